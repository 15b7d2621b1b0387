import { CircleCheckBig, MessageCircleQuestion, Users } from "lucide-react";
import type { EventRowData } from "#app/events/listing/event-row.tsx";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import type { QuestionRowData } from "#app/questions/question-row.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { NextEvents, SolvedQuestions } from "./home-sections.tsx";

/** Home of a visitor: what this community is, and living proof. */
export function VisitorHome({
  portal,
  solved,
  events,
}: {
  portal: { name: string; vendorName: string; tagline: string };
  solved: QuestionRowData[];
  events: EventRowData[];
}) {
  const { t } = useTranslation("home");
  const steps = [
    { key: "ask", Icon: MessageCircleQuestion },
    { key: "answer", Icon: Users },
    { key: "share", Icon: CircleCheckBig },
  ] as const;
  return (
    <>
      <div className="border-b border-line bg-surface">
        <div className="mx-auto max-w-6xl px-4 py-10 sm:px-6 md:py-16">
          <p className="mb-2 font-semibold text-brand">{portal.name}</p>
          <h1 className="max-w-3xl text-2xl font-bold md:text-[2.5rem] md:leading-tight">
            {t("visitor.title")}
          </h1>
          <p className="mt-4 max-w-2xl text-muted md:text-lg">
            {portal.tagline ||
              (portal.vendorName
                ? t("visitor.lead", { vendor: portal.vendorName })
                : t("visitor.leadPlain"))}
          </p>
          <div className="mt-6 flex flex-wrap gap-3">
            <ButtonLink to="/questions" variant="primary">
              {t("visitor.browse")}
            </ButtonLink>
            <ButtonLink to="/signup">{t("visitor.join")}</ButtonLink>
          </div>
          <ul className="mt-10 grid gap-6 sm:grid-cols-3">
            {steps.map(({ key, Icon }) => (
              <li key={key} className="flex gap-4">
                <span className="inline-flex size-11 shrink-0 items-center justify-center rounded-full bg-brand-soft text-brand">
                  <Icon size={22} aria-hidden="true" />
                </span>
                <span>
                  <span className="block font-semibold">{t(`visitor.step.${key}`)}</span>
                  <span className="text-sm text-muted">{t(`visitor.step.${key}.text`)}</span>
                </span>
              </li>
            ))}
          </ul>
        </div>
      </div>
      <div className="mx-auto max-w-6xl px-4 py-8 sm:px-6">
        <SolvedQuestions questions={solved} />
        <NextEvents events={events} />
      </div>
    </>
  );
}

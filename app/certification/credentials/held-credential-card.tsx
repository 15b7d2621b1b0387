import { Form, Link } from "@remix-run/react";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { CertificationMark } from "#app/ui/certification-mark.tsx";
import { formatDate, useClock } from "#app/ui/date-time.tsx";
import { certificationName } from "../definitions/definitions.ts";
import { CredentialBadge } from "./credential-badge.tsx";
import { credentialState, isLive, type Term } from "./credentials.ts";

type Renewal = {
  answers: { value: number; needed: number } | null;
  exam: { slug: string; passed: boolean } | "" | null;
  isReady: boolean;
};

export type HeldCard = Term & {
  id: number;
  publicId: string;
  level: number;
  nameJa: string;
  nameEn: string;
  renewal: Renewal | null;
};

/** A credential as its holder sees it, with what renewal takes when its time has come. */
export function HeldCredentialCard({ credential }: { credential: HeldCard }) {
  const { t, i18n } = useTranslation("certification");
  const { now, timeZone } = useClock();
  const date = (moment: Date | string) => formatDate(new Date(moment), i18n.language, timeZone);
  const state = credentialState(credential, now);
  const { level, renewal } = credential;
  return (
    <Card className="grid gap-3">
      <div className="flex flex-wrap items-center gap-3">
        <CertificationMark level={level} label={t("level", { level })} size={32} />
        <h3 className="min-w-0 flex-1 font-bold">
          <Link to={`/credentials/${credential.publicId}`} className="hover:underline">
            {certificationName(credential, i18n.language)}
          </Link>
        </h3>
        <CredentialBadge term={credential} />
      </div>
      {isLive(state) && (
        <p className="text-sm text-muted">
          {t("credential.until", { date: date(credential.expiresAt) })}
          {state === "in-grace" && ` ${t("credential.grace", { date: date(credential.lapsesAt) })}`}
        </p>
      )}
      {renewal && <RenewalSteps credentialId={credential.id} renewal={renewal} />}
    </Card>
  );
}

function RenewalSteps({ credentialId, renewal }: { credentialId: number; renewal: Renewal }) {
  const { t } = useTranslation("certification");
  const { answers, exam, isReady } = renewal;
  return (
    <div className="grid gap-2 border-t border-line pt-3">
      <h4 className="font-semibold">{t("credential.renewal")}</h4>
      {answers && exam && <p className="text-sm text-muted">{t("credential.renewal.or")}</p>}
      <ul className="list-disc space-y-1 pl-5">
        {answers && (
          <li>
            {t("credential.renewal.answers", { value: answers.value, count: answers.needed })}
          </li>
        )}
        {exam && (
          <li>
            {t("credential.renewal.exam")}{" "}
            {exam.passed ? (
              t("credential.renewal.passed")
            ) : (
              <Link to={`/exams/${exam.slug}`} className="text-brand underline">
                {t("credential.renewal.take")}
              </Link>
            )}
          </li>
        )}
      </ul>
      {isReady ? (
        <Form method="post" action={`/credentials/${credentialId}/renewal`}>
          <Button variant="primary">{t("credential.renew")}</Button>
        </Form>
      ) : (
        answers && (
          <div>
            <ButtonLink to="/questions?state=unanswered" size="small">
              {t("none.action")}
            </ButtonLink>
          </div>
        )
      )}
    </div>
  );
}

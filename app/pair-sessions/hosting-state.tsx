import { Form, Link } from "@remix-run/react";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { Button } from "#app/ui/button.tsx";
import { classNames } from "#app/ui/class-names.ts";

type Props = {
  hosting: { isSetUp: boolean; pausedAt: Date | string | null; spans: unknown[] };
  slotCount: number;
  handle: string;
};

/** Whether one can be booked now and, if not, what is missing; a break begins and ends here. */
export function HostingState({ hosting, slotCount, handle }: Props) {
  const { t } = useTranslation("pair-sessions");
  const { isSetUp, pausedAt, spans } = hosting;
  const isOpen = isSetUp && !pausedAt && spans.length > 0;
  const words = !isSetUp
    ? t("hosting.state.setUp")
    : pausedAt
      ? t("hosting.state.paused")
      : spans.length === 0
        ? t("hosting.state.noHours")
        : t("hosting.state.open", { count: slotCount });
  return (
    <div
      className={classNames(
        "mb-6 grid gap-3 rounded-card border p-4",
        isOpen ? "border-good bg-good-soft" : "border-wait bg-wait-soft",
      )}
    >
      <p className="font-semibold">{words}</p>
      {isSetUp && (
        <div className="flex flex-wrap items-center gap-3">
          <Form method="post" action={`/settings/pair-sessions/pause${pausedAt ? "/removal" : ""}`}>
            <Button size="small">{t(pausedAt ? "hosting.resume" : "hosting.pause")}</Button>
          </Form>
          <Link
            to={`/people/${handle}/pair-sessions`}
            className="inline-flex min-h-11 items-center text-link"
          >
            {t("hosting.preview")}
          </Link>
        </div>
      )}
    </div>
  );
}

import { Form } from "@remix-run/react";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { Badge } from "#app/ui/badge.tsx";
import { Button } from "#app/ui/button.tsx";
import { CardRow } from "#app/ui/card.tsx";
import { DateTime } from "#app/ui/date-time.tsx";
import type { UserAgentWords } from "./user-agents.ts";

type Session = UserAgentWords & {
  id: string;
  address: string;
  createdAt: Date;
  lastSeenAt: Date;
  isCurrent: boolean;
};

/** One device somebody is logged in on, in words they recognise it by. */
export function SessionRow({ session }: { session: Session }) {
  const { t } = useTranslation("auth");
  const { browser, system } = session;
  const device =
    browser && system
      ? t("sessions.device", { browser, system })
      : browser || system || t("sessions.unknownDevice");
  return (
    <CardRow className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
      <div className="min-w-0 flex-1 basis-60">
        <p className="flex flex-wrap items-center gap-2 font-semibold">
          {device}
          {session.isCurrent && <Badge tone="good">{t("sessions.current")}</Badge>}
        </p>
        <dl className="flex flex-wrap gap-x-4 text-sm text-muted">
          <Fact name={t("sessions.lastSeen")}>
            <DateTime value={session.lastSeenAt} />
          </Fact>
          <Fact name={t("sessions.since")}>
            <DateTime value={session.createdAt} style="exact" />
          </Fact>
          {session.address && <Fact name="IP">{session.address}</Fact>}
        </dl>
      </div>
      {!session.isCurrent && (
        <Form method="post" action={`/settings/security/sessions/${session.id}/removal`}>
          <Button size="small" aria-label={t("sessions.endNamed", { device })}>
            {t("sessions.end")}
          </Button>
        </Form>
      )}
    </CardRow>
  );
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div className="flex gap-1.5">
      <dt>{name}:</dt>
      <dd>{children}</dd>
    </div>
  );
}

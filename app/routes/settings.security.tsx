import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { findAccount } from "#app/auth/accounts.server.ts";
import { requireViewer } from "#app/auth/guard.server.ts";
import { SecurityRow } from "#app/auth/security-row.tsx";
import { SessionRow } from "#app/auth/session-row.tsx";
import { listSessions } from "#app/auth/sessions.server.ts";
import { findEnrolment } from "#app/auth/totp.server.ts";
import { TotpRow } from "#app/auth/totp-row.tsx";
import { describeUserAgent } from "#app/auth/user-agents.ts";
import { isStaff } from "#app/auth/viewer.ts";
import { translator } from "#app/i18n/i18n.server.ts";
import type { RouteHandle } from "#app/i18n/namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { Button } from "#app/ui/button.tsx";
import { CardList } from "#app/ui/card.tsx";
import { Section } from "#app/ui/page.tsx";
import { db } from "#db/client.server.ts";

export const handle = { i18n: ["auth"] } satisfies RouteHandle;

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request);
  const personId = viewer.id;
  const [account, enrolment, sessions] = await Promise.all([
    findAccount(db, { personId }),
    findEnrolment(db, { personId }),
    listSessions(db, { personId, now: new Date() }),
  ]);
  return {
    title: translator(viewer.locale, "auth")("security.title"),
    email: account?.email ?? "",
    isStaff: isStaff(viewer),
    totp: {
      state: enrolment.state,
      codesLeft: enrolment.state === "on" ? enrolment.recoveryCodesLeft : undefined,
    },
    sessions: sessions.map(({ userAgent, ...session }) => ({
      ...session,
      ...describeUserAgent(userAgent),
      isCurrent: session.id === viewer.sessionId,
    })),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Security() {
  const { email, isStaff, totp, sessions } = useLoaderData<typeof loader>();
  const { t } = useTranslation("auth");
  const sorted = [...sessions].sort((a, b) => Number(b.isCurrent) - Number(a.isCurrent));
  return (
    <>
      <Section title={t("security.signIn")}>
        <CardList>
          <SecurityRow
            title={t("field.email")}
            text={email}
            to="/settings/security/email"
            action={t("security.email.change")}
          />
          <SecurityRow
            title={t("security.password")}
            text={t("security.password.text")}
            to="/settings/security/password"
            action={t("security.password.change")}
          />
          <TotpRow state={totp.state} codesLeft={totp.codesLeft} isStaff={isStaff} />
        </CardList>
      </Section>
      <Section title={t("sessions.title")}>
        <p className="mb-3 max-w-prose text-muted">{t("sessions.lead")}</p>
        <CardList label={t("sessions.title")}>
          {sorted.map((session) => (
            <SessionRow key={session.id} session={session} />
          ))}
        </CardList>
        {sessions.length > 1 && (
          <Form method="post" action="/settings/security/sessions/others/removal" className="mt-4">
            <Button variant="danger">{t("sessions.endOthers")}</Button>
          </Form>
        )}
      </Section>
    </>
  );
}

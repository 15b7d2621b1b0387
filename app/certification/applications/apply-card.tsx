import { Form } from "@remix-run/react";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { Day } from "#app/ui/day.tsx";
import type { Standing } from "./standing.server.ts";

/** The one step that leads on from a certification's page. */
export function ApplyCard({ slug, standing: { can } }: { slug: string; standing: Standing }) {
  const { t } = useTranslation("certification");
  const { t: common } = useTranslation();
  if (can === "nothing") return null;
  return (
    <Card className="no-print mb-6 flex flex-wrap items-center gap-4">
      {can === "sign-in" ? (
        <>
          <p className="flex-1">{t("apply.signIn")}</p>
          <ButtonLink to={`/login?redirectTo=/certifications/${slug}`} variant="primary">
            {common("portal.signIn")}
          </ButtonLink>
        </>
      ) : "open" in can ? (
        <>
          <p className="flex-1 font-semibold">{t("apply.held")}</p>
          <ButtonLink to={`/credentials/${can.open}`}>{t("apply.held.open")}</ButtonLink>
        </>
      ) : "continue" in can ? (
        <ButtonLink to={`/applications/${can.continue}`} variant="primary">
          {t("apply.continue")}
        </ButtonLink>
      ) : "waitUntil" in can ? (
        <WaitUntil day={can.waitUntil} />
      ) : (
        <Form method="post" action={`/certifications/${slug}/applications`}>
          <Button variant="primary">{t("apply.start")}</Button>
        </Form>
      )}
    </Card>
  );
}

function WaitUntil({ day }: { day: string }) {
  const { t } = useTranslation("certification");
  const [before = "", after = ""] = t("apply.wait", { date: "\n" }).split("\n");
  return (
    <p>
      {before}
      <Day value={day} />
      {after}
    </p>
  );
}

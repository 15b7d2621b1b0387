import { Form } from "@remix-run/react";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { Page } from "#app/ui/page.tsx";
import type { UnsubscribePage } from "./unsubscribing.server.ts";

type Props = Omit<UnsubscribePage, "locale"> & { path: string };

/** What the link in a mail leads to: nothing happens before the button is pressed. */
export function UnsubscribeView({ target, state, path }: Props) {
  const { t } = useTranslation("notifications");
  const isDigest = target === "daily" || target === "weekly";
  const sort = isDigest ? t(`unsubscribe.${target}`) : t(`setting.${target}`);
  return (
    <Page title={t(`unsubscribe.${state}.title`)} width="narrow">
      <Card>
        <p className="mb-5">{t(`unsubscribe.${state}.text`, { sort })}</p>
        <div className="flex flex-wrap gap-3">
          {state === "wanted" && (
            <Form method="post" action={path}>
              <Button variant="primary">{t("unsubscribe.wanted.action")}</Button>
            </Form>
          )}
          {state === "ended" && (
            <Form method="post" action={`${path}/removal`}>
              <Button>{t("unsubscribe.ended.undo")}</Button>
            </Form>
          )}
          <ButtonLink to="/settings/notifications" variant="bare">
            {t("unsubscribe.settings")}
          </ButtonLink>
        </div>
      </Card>
    </Page>
  );
}

/** A link that was cut short or is years old. */
export function UnknownUnsubscribeLink() {
  const { t } = useTranslation("notifications");
  return (
    <Page title={t("unsubscribe.unknown.title")} width="narrow">
      <p className="mb-6">{t("unsubscribe.unknown.text")}</p>
      <ButtonLink to="/settings/notifications">{t("unsubscribe.settings")}</ButtonLink>
    </Page>
  );
}

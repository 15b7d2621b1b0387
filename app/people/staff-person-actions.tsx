import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { ConfirmDialog } from "#app/ui/confirm-dialog.tsx";
import type { StaffPerson } from "./staff-people.server.ts";

/** What the viewer may do to a person; the commands ask the same rules again. */
export type PersonPowers = { changeRole: boolean; move: boolean; suspend: boolean };

export function StaffPersonActions({
  person,
  powers,
}: {
  person: StaffPerson;
  powers: PersonPowers;
}) {
  const { t } = useTranslation("staff");
  const here = `/staff/people/${person.handle}`;
  const { name } = person;
  const roles = (["staff", "admin"] as const).filter((role) => role !== person.role);
  return (
    <Card className="grid gap-5">
      {powers.move && (
        <Block title={t("person.move")} text={t("person.move.text")}>
          {person.role !== "member" && (
            <p className="text-sm text-muted">{t("person.move.text.staff")}</p>
          )}
          <ButtonLink to={`${here}/organisation`} size="small">
            {t("person.move.to")}
          </ButtonLink>
        </Block>
      )}
      {powers.changeRole && (
        <Block title={t("person.role")} text={t("person.role.text")}>
          {roles.map((role) => (
            <ConfirmDialog
              key={role}
              trigger={t(`person.role.make.${role}`)}
              title={t(`person.role.confirm.${role}`, { name })}
            >
              <Form method="post" action={`${here}/role`}>
                <p className="mb-4">{t("person.role.text")}</p>
                <input type="hidden" name="role" value={role} />
                <Button variant="primary">{t(`person.role.make.${role}`)}</Button>
              </Form>
            </ConfirmDialog>
          ))}
        </Block>
      )}
      {powers.suspend &&
        (person.suspendedAt ? (
          <Block title={t("person.suspended")} text={t("person.lift.text")}>
            <ConfirmDialog trigger={t("person.lift")} title={t("person.lift.title", { name })}>
              <Form method="post" action={`${here}/suspension/removal`}>
                <p className="mb-4">{t("person.lift.text")}</p>
                <Button variant="primary">{t("person.lift")}</Button>
              </Form>
            </ConfirmDialog>
          </Block>
        ) : (
          <Block title={t("person.suspend")} text={t("person.suspend.text")}>
            <ButtonLink to={`${here}/suspension`} variant="danger" size="small">
              {t("person.suspend")}
            </ButtonLink>
          </Block>
        ))}
    </Card>
  );
}

function Block({ title, text, children }: { title: string; text: string; children: ReactNode }) {
  return (
    <div>
      <h3 className="font-semibold">{title}</h3>
      <p className="mb-2 text-sm text-muted">{text}</p>
      <div className="flex flex-wrap items-center gap-2">{children}</div>
    </div>
  );
}

import { getFormProps, type SubmissionResult, useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { TextAreaField } from "#app/ui/fields.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { TabLinks } from "#app/ui/tab-links.tsx";
import { INVITATION_MESSAGE_MAX } from "./invitations.ts";

/** Invites the people ticked; by name they are searched in the same form, which loses nothing. */
export function InvitationFields({
  here,
  search,
  by,
  canChooseCompanies,
  message,
  hasPeople,
  lastResult,
  before,
  children,
}: {
  here: string;
  /** The query of the page, kept so that a refused form comes back to the same people. */
  search: string;
  by: "name" | "companies";
  canChooseCompanies: boolean;
  message: string;
  /** Whether there is anybody to tick. */
  hasPeople: boolean;
  lastResult?: SubmissionResult<string[]> | null;
  /** A form of its own that chooses the people. */
  before?: ReactNode;
  children: ReactNode;
}) {
  const { t } = useTranslation("organising");
  const [form, fields] = useForm<{ people: string; message: string }>({
    lastResult,
    defaultValue: { message },
  });
  const labels = { people: t("invitations.people"), message: t("invitations.message") };
  return (
    <>
      {canChooseCompanies && (
        <TabLinks
          label={t("invitations.by")}
          current={`${here}?by=${by}`}
          tabs={(["name", "companies"] as const).map((way) => ({
            to: `${here}?by=${way}`,
            label: t(`invitations.by.${way}`),
          }))}
        />
      )}
      {before}
      <Form method="post" action={`${here}${search}`} {...getFormProps(form)}>
        <input type="hidden" name="by" value={by} />
        <Card className="grid gap-5">
          <FormErrors form={form} fields={fields} labels={labels} />
          <div id={fields.people.id}>{children}</div>
          {hasPeople && (
            <>
              <TextAreaField
                field={fields.message}
                label={labels.message}
                hint={t("invitations.message.hint", { max: INVITATION_MESSAGE_MAX })}
                rows={4}
                maxLength={INVITATION_MESSAGE_MAX}
                optional
              />
              <div>
                <Button variant="primary">{t("invitations.submit")}</Button>
              </div>
            </>
          )}
        </Card>
      </Form>
    </>
  );
}

import { useTranslation } from "#app/i18n/use-translation.tsx";
import type { Role } from "#db/vocabulary.ts";

/** Who invites, where to, and what they wrote. */
export function InvitationLead({
  role,
  asLead,
  message,
  inviter,
  organisation,
}: {
  role: Role;
  asLead: boolean;
  message: string;
  inviter: { name: string };
  organisation: { name: string } | null;
}) {
  const { t } = useTranslation(["auth", "common"]);
  const names = { inviter: inviter.name, organisation: organisation?.name ?? "" };
  return (
    <>
      <p>
        {organisation
          ? t(asLead ? "invite.leadAsLead" : "invite.lead", names)
          : t("invite.leadStaff", { ...names, role: t(`common:role.${role}`) })}
      </p>
      {message && (
        <figure className="mt-3 border-l-4 border-line pl-4">
          <figcaption className="text-sm">{t("invite.message", names)}</figcaption>
          <blockquote className="whitespace-pre-line text-ink">{message}</blockquote>
        </figure>
      )}
    </>
  );
}

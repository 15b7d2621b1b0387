import { Link } from "@remix-run/react";
import { ChevronLeft } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { Card } from "#app/ui/card.tsx";
import { Section } from "#app/ui/page.tsx";

/** One matter of the security settings on its own page, with the way back. */
export function SecurityPart({
  title,
  lead,
  children,
}: {
  title: string;
  lead?: ReactNode;
  children: ReactNode;
}) {
  const { t } = useTranslation("auth");
  return (
    <>
      <Link
        to="/settings/security"
        className="text-link no-print mb-2 inline-flex min-h-11 items-center gap-1 text-sm"
      >
        <ChevronLeft size={16} aria-hidden="true" />
        {t("security.back")}
      </Link>
      <Section title={title} className="max-w-xl">
        {lead && <div className="mb-4 text-muted">{lead}</div>}
        <Card>{children}</Card>
      </Section>
    </>
  );
}

import type { ReactNode } from "react";
import { Card } from "#app/ui/card.tsx";
import { Page } from "#app/ui/page.tsx";

/** One small form in the middle of a calm page, with the ways out below it. */
export function AuthPage({
  title,
  lead,
  footer,
  children,
}: {
  title: string;
  lead?: ReactNode;
  footer?: ReactNode;
  children: ReactNode;
}) {
  return (
    <Page title={title} lead={lead} width="narrow">
      <Card>{children}</Card>
      {footer && <div className="mt-6 grid gap-2 text-sm">{footer}</div>}
    </Page>
  );
}

import type { ReactNode } from "react";
import { ButtonLink } from "#app/ui/button.tsx";
import { CardRow } from "#app/ui/card.tsx";

/** One way of logging in: what it is, how it stands, and the link that changes it. */
export function SecurityRow({
  title,
  state,
  text,
  to,
  action,
}: {
  title: string;
  state?: ReactNode;
  text: ReactNode;
  to: string;
  action: string;
}) {
  return (
    <CardRow className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
      <div className="min-w-0 flex-1 basis-60">
        <h3 className="flex flex-wrap items-center gap-2 font-semibold">
          {title}
          {state}
        </h3>
        <div className="max-w-prose text-sm text-muted">{text}</div>
      </div>
      <ButtonLink to={to} size="small">
        {action}
        <span className="sr-only">: {title}</span>
      </ButtonLink>
    </CardRow>
  );
}

import { Link } from "@remix-run/react";
import type { ReactNode } from "react";

/** A figure with its size of basis (n) and definition; leads to the rows behind it. */
export function FigureCard({
  label,
  value,
  basis,
  definition,
  to,
  drill,
}: {
  label: string;
  value: ReactNode;
  /** What it is a part of, such as “n = 40”. */
  basis?: ReactNode;
  definition: ReactNode;
  to?: string;
  /** Words of the link to the rows. */
  drill?: string;
}) {
  return (
    <section className="card grid content-start gap-1 p-4" aria-label={label}>
      <h3 className="text-sm font-semibold text-muted">{label}</h3>
      <p className="text-2xl font-bold tabular-nums">{value}</p>
      {basis && <div className="text-sm tabular-nums">{basis}</div>}
      <p className="text-xs text-muted">{definition}</p>
      {to && drill && (
        <p>
          <Link to={to} className="inline-block py-2 text-sm text-brand underline">
            {drill}
            <span className="sr-only">{label}</span>
          </Link>
        </p>
      )}
    </section>
  );
}

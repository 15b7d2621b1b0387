import { Link } from "@remix-run/react";
import { useId } from "react";

export type Bar = {
  key: string;
  label: string;
  value: number;
  /** The value in words, beside its bar. */
  text: string;
  /** Leads from the table to the rows behind the value. */
  to?: string;
};

const ROW = 28;
// As wide as a phone shows at the size of small print; wider screens enlarge it only a little.
const LABEL = 124;
const BARS = 130;
const TEXT = 106;

/**
 * Horizontal bars drawn on the server, with the same figures as a table behind a disclosure.
 *
 * @param max value of a bar of full length; the largest value when left out
 */
export function BarChart({
  title,
  bars,
  max,
  table,
  columns,
}: {
  title: string;
  bars: Bar[];
  max?: number;
  /** Words of the disclosure. */
  table: string;
  columns: [label: string, value: string];
}) {
  const id = useId();
  const full = Math.max(max ?? 0, ...bars.map(({ value }) => value), 1);
  const width = LABEL + BARS + TEXT;
  return (
    <figure className="m-0">
      <svg
        viewBox={`0 0 ${width} ${bars.length * ROW}`}
        role="img"
        aria-labelledby={id}
        className="w-full max-w-md text-ink"
      >
        <title
          id={id}
        >{`${title}: ${bars.map((bar) => `${bar.label} ${bar.text}`).join(", ")}`}</title>
        {bars.map((bar, index) => (
          <g key={bar.key} transform={`translate(0 ${index * ROW})`}>
            <text x={LABEL - 8} y={19} textAnchor="end" fontSize="13" fill="currentColor">
              {bar.label}
            </text>
            <rect x={LABEL} y={4} width={BARS} height={20} rx={3} className="fill-sunken" />
            <rect
              x={LABEL}
              y={4}
              width={(bar.value / full) * BARS}
              height={20}
              rx={3}
              className="fill-brand"
            />
            <text x={LABEL + BARS + 8} y={19} fontSize="13" fill="currentColor">
              {bar.text}
            </text>
          </g>
        ))}
      </svg>
      <details>
        <summary className="inline-flex min-h-11 cursor-pointer items-center text-sm text-muted">
          {table}
        </summary>
        <table className="text-sm tabular-nums">
          <caption className="sr-only">{title}</caption>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col" className="py-1 pr-6 text-left font-semibold">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {bars.map((bar) => (
              <tr key={bar.key}>
                <th scope="row" className="py-1 pr-6 text-left font-normal">
                  {bar.label}
                </th>
                <td className="py-1 pr-6">
                  {bar.to ? (
                    <Link to={bar.to} className="inline-block py-1 underline">
                      {bar.text}
                    </Link>
                  ) : (
                    bar.text
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}

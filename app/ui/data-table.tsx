import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";

export type Column<Row> = {
  key: string;
  label: string;
  cell: (row: Row) => ReactNode;
  align?: "start" | "end";
  /** Link that sorts by this column, and how it is sorted now. */
  sort?: { to: string; direction?: "ascending" | "descending" };
};

/** Rows of data with headings that may sort; scrolls sideways on its own on a phone. */
export function DataTable<Row extends { id: number | string }>({
  caption,
  columns,
  rows,
}: {
  caption: string;
  columns: Column<Row>[];
  rows: Row[];
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="card relative overflow-x-auto" tabIndex={0} aria-label={caption}>
      <table className="w-full text-sm">
        <caption className="sr-only">{caption}</caption>
        <thead className="border-b border-line bg-sunken text-left">
          <tr>
            {columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                aria-sort={column.sort?.direction}
                className={classNames(
                  "px-4 py-2.5 font-semibold whitespace-nowrap",
                  column.align === "end" && "text-right",
                )}
              >
                {column.sort ? (
                  <Link to={column.sort.to} className="hover:underline">
                    {column.label}
                    {column.sort.direction && (
                      <span aria-hidden="true">
                        {column.sort.direction === "ascending" ? " ▲" : " ▼"}
                      </span>
                    )}
                  </Link>
                ) : (
                  column.label
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {rows.map((row) => (
            <tr key={row.id} className="hover:bg-sunken/60">
              {columns.map((column) => (
                <td
                  key={column.key}
                  className={classNames(
                    "px-4 py-2.5 align-top",
                    // Figures are not to be broken over two lines.
                    column.align === "end" && "text-right [overflow-wrap:break-word]",
                  )}
                >
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

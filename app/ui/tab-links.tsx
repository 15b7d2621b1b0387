import { NavLink } from "@remix-run/react";
import { classNames } from "./class-names.ts";

export type Tab = { to: string; label: string; count?: number; end?: boolean };

const look = (active: boolean) =>
  classNames(
    "inline-flex min-h-11 items-center gap-2 border-b-2 px-3 font-semibold whitespace-nowrap",
    active ? "border-brand text-brand" : "border-transparent text-muted hover:text-ink",
  );

/** Tabs that are links; `current` decides when the query string does, else the path does. */
export function TabLinks({
  tabs,
  label,
  current,
}: {
  tabs: Tab[];
  label: string;
  current?: string;
}) {
  return (
    <nav aria-label={label} className="mb-4 overflow-x-auto border-b border-line">
      <ul className="flex gap-1">
        {tabs.map((tab) => (
          <li key={tab.to}>
            <NavLink
              to={tab.to}
              end={tab.end ?? true}
              aria-current={current === undefined ? undefined : current === tab.to ? "page" : false}
              className={({ isActive }) =>
                look(current === undefined ? isActive : current === tab.to)
              }
            >
              {tab.label}
              {tab.count !== undefined && (
                <span className="text-xs tabular-nums text-muted">{tab.count}</span>
              )}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}

import { Link, NavLink, useLocation } from "@remix-run/react";
import { useEffect, useRef } from "react";
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
  const nav = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page, another current tab
  useEffect(() => showCurrent(nav.current), [pathname, current]);
  return (
    <nav ref={nav} aria-label={label} className="mb-4 overflow-x-auto border-b border-line">
      <ul className="flex gap-1">
        {tabs.map((tab) => (
          <li key={tab.to}>
            {current === undefined ? (
              <NavLink
                to={tab.to}
                end={tab.end ?? true}
                className={({ isActive }) => look(isActive)}
              >
                <Words tab={tab} />
              </NavLink>
            ) : (
              // A NavLink says that it is current only where the address says so too.
              <Link
                to={tab.to}
                aria-current={current === tab.to ? "page" : undefined}
                className={look(current === tab.to)}
              >
                <Words tab={tab} />
              </Link>
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Words({ tab }: { tab: Tab }) {
  return (
    <>
      {tab.label}
      {tab.count !== undefined && (
        <span className="text-xs tabular-nums text-muted">{tab.count}</span>
      )}
    </>
  );
}

/** Scrolls the row of tabs, and nothing else, so far that the current one is in sight. */
function showCurrent(nav: HTMLElement | null): void {
  const tab = nav?.querySelector('[aria-current="page"]');
  if (!nav || !tab) return;
  const row = nav.getBoundingClientRect();
  const place = tab.getBoundingClientRect();
  if (place.left < row.left || place.right > row.right) {
    nav.scrollLeft += place.left - row.left - (row.width - place.width) / 2;
  }
}

import type { ReactNode } from "react";

/** What happened, one under the other, along a line. */
export function Timeline({ children }: { children: ReactNode }) {
  return <ol className="ml-2 border-l-2 border-line">{children}</ol>;
}

Timeline.Entry = function TimelineEntry({
  time,
  children,
}: {
  time: ReactNode;
  children: ReactNode;
}) {
  return (
    <li className="relative pb-5 pl-6 before:absolute before:top-2 before:-left-[7px] before:size-3 before:rounded-full before:border-2 before:border-surface before:bg-brand">
      <div className="text-xs text-muted">{time}</div>
      <div>{children}</div>
    </li>
  );
};

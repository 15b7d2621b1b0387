import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";

export function Card({ children, className }: { children: ReactNode; className?: string }) {
  return <div className={classNames("card p-4 sm:p-5", className)}>{children}</div>;
}

/** A list whose rows lie in one card, parted by lines. */
export function CardList({ children, label }: { children: ReactNode; label?: string }) {
  return (
    <ul aria-label={label} className="card divide-y divide-line overflow-hidden">
      {children}
    </ul>
  );
}

export function CardRow({ children, className }: { children: ReactNode; className?: string }) {
  return <li className={classNames("px-4 py-4 sm:px-5", className)}>{children}</li>;
}

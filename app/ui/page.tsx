import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { classNames } from "./class-names.ts";

export type Crumb = { label: string; to: string };

const widths = {
  narrow: "max-w-xl",
  reading: "max-w-3xl",
  wide: "max-w-6xl",
};

/** The frame of every page: where one is, its title, one sentence of purpose, the main action. */
export function Page({
  title,
  lead,
  breadcrumbs,
  actions,
  width = "wide",
  children,
}: {
  title: ReactNode;
  lead?: ReactNode;
  breadcrumbs?: Crumb[];
  actions?: ReactNode;
  width?: keyof typeof widths;
  children: ReactNode;
}) {
  return (
    <div className={classNames("mx-auto w-full px-4 py-6 sm:px-6 md:py-8", widths[width])}>
      {breadcrumbs && <Breadcrumbs crumbs={breadcrumbs} />}
      <div className="mb-6 flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="min-w-0 flex-1 basis-80">
          <h1 className="text-xl font-bold md:text-2xl">{title}</h1>
          {lead && <div className="mt-1 max-w-prose text-muted">{lead}</div>}
        </div>
        {actions && <div className="no-print flex flex-wrap gap-2">{actions}</div>}
      </div>
      {children}
    </div>
  );
}

export function Breadcrumbs({ crumbs }: { crumbs: Crumb[] }) {
  const { t } = useTranslation();
  return (
    <nav aria-label={t("portal.breadcrumbs")} className="no-print mb-2 text-sm">
      <ol className="flex flex-wrap gap-x-2 text-muted">
        {crumbs.map((crumb) => (
          <li key={crumb.to} className="after:ml-2 after:content-['/'] last:after:content-none">
            <Link to={crumb.to} className="inline-block py-1 hover:text-brand hover:underline">
              {crumb.label}
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** A part of a page under its own heading. */
export function Section({
  title,
  actions,
  children,
  className,
}: {
  title: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
  className?: string;
}) {
  return (
    <section className={classNames("mb-8", className)}>
      <div className="mb-3 flex flex-wrap items-baseline justify-between gap-2">
        <h2 className="text-lg font-bold">{title}</h2>
        {actions}
      </div>
      {children}
    </section>
  );
}

import { Form, Link, NavLink, useLocation } from "@remix-run/react";
import { Search } from "lucide-react";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { classNames } from "#app/ui/class-names.ts";
import { AccountMenu } from "./account-menu.tsx";
import { InboxLink } from "./inbox-link.tsx";
import { Logo } from "./logo.tsx";
import type { RootData } from "./root-data.ts";

const FOR_ME = "/questions/for-me";

const iconButton =
  "relative inline-flex size-11 shrink-0 items-center justify-center rounded-full hover:bg-sunken";

/** Head of every page: where to go, search, inbox, account. Two rows on a phone. */
export function Header({ root }: { root?: RootData }) {
  const { t } = useTranslation();
  const viewer = root?.viewer;
  return (
    <header className="no-print sticky top-0 z-20 border-b border-line bg-surface">
      <a
        href="#main"
        className="sr-only rounded-card bg-brand px-4 py-2 text-brand-ink focus:not-sr-only focus:absolute focus:top-2 focus:left-2"
      >
        {t("portal.skip")}
      </a>
      <div className="mx-auto flex max-w-6xl items-center gap-2 px-4 sm:px-6 md:gap-4">
        <Link to="/" className="flex min-h-14 min-w-0 items-center gap-2.5 font-bold">
          <Logo />
          <span className="truncate">{root?.portal.name}</span>
        </Link>
        <MainNavigation viewer={viewer} className="hidden md:flex md:min-h-14 md:items-stretch" />
        <search className="ml-auto hidden max-w-80 flex-1 lg:block">
          <SearchForm id="q-wide" />
        </search>
        <div className="ml-auto flex items-center gap-1 lg:ml-0">
          <Link to="/search" className={classNames(iconButton, "lg:hidden")}>
            <Search size={20} aria-hidden="true" />
            <span className="sr-only">{t("portal.search")}</span>
          </Link>
          {viewer ? (
            <>
              <InboxLink unreadCount={viewer.unreadCount} className={iconButton} />
              <AccountMenu root={root} />
            </>
          ) : (
            <>
              <ButtonLink to="/login" variant="quiet" size="small" className="whitespace-nowrap">
                {t("portal.signIn")}
              </ButtonLink>
              <span className="hidden sm:block">
                <ButtonLink
                  to="/signup"
                  variant="primary"
                  size="small"
                  className="whitespace-nowrap"
                >
                  {t("portal.signUp")}
                </ButtonLink>
              </span>
            </>
          )}
        </div>
      </div>
      <MainNavigation
        viewer={viewer}
        className="flex overflow-x-auto border-t border-line px-2 md:hidden"
      />
    </header>
  );
}

function MainNavigation({ viewer, className }: { viewer: RootData["viewer"]; className: string }) {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const places = [
    { to: "/questions", label: t("portal.questions") },
    ...(viewer?.isSupporter ? [{ to: FOR_ME, label: t("portal.forMe") }] : []),
    { to: "/events", label: t("portal.events") },
    ...(viewer
      ? [
          { to: "/supporters", label: t("portal.supporters") },
          { to: "/people", label: t("portal.people") },
        ]
      : []),
    { to: "/certifications", label: t("portal.certifications") },
    ...(viewer?.isStaff ? [{ to: "/staff", label: t("portal.staff") }] : []),
  ];
  return (
    <nav aria-label={t("portal.mainNavigation")} className={className}>
      {places.map((place) => (
        <NavLink
          key={place.to}
          to={place.to}
          className={({ isActive }) =>
            classNames(
              "inline-flex min-h-11 items-center border-b-2 px-3 text-sm font-semibold whitespace-nowrap",
              isActive && (pathname !== FOR_ME || place.to === FOR_ME)
                ? "border-brand text-brand"
                : "border-transparent text-muted hover:text-ink",
            )
          }
        >
          {place.label}
        </NavLink>
      ))}
    </nav>
  );
}

function SearchForm({ id }: { id: string }) {
  const { t } = useTranslation();
  return (
    <Form action="/search" className="relative">
      <label htmlFor={id} className="sr-only">
        {t("portal.search")}
      </label>
      <Search
        size={18}
        aria-hidden="true"
        className="pointer-events-none absolute top-1/2 left-3 -translate-y-1/2 text-muted"
      />
      <input
        id={id}
        type="search"
        name="q"
        placeholder={t("portal.searchPlaceholder")}
        className="control min-h-10 w-full rounded-full py-1.5 pl-10 text-sm"
      />
    </Form>
  );
}

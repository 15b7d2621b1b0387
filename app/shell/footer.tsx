import { Form, useLocation } from "@remix-run/react";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { classNames } from "#app/ui/class-names.ts";
import { COLOUR_SCHEMES, LOCALES } from "#db/vocabulary.ts";
import type { RootData } from "./root-data.ts";

const choice = (current: boolean) =>
  classNames(
    "inline-flex min-h-11 items-center rounded-card px-3 text-sm md:min-h-9",
    current ? "bg-brand-soft font-semibold text-brand" : "text-muted hover:bg-sunken",
  );

/** Foot of every page, with the choices of language and colours: plain forms, no script needed. */
export function Footer({ root }: { root?: RootData }) {
  const { t } = useTranslation();
  const { pathname, search } = useLocation();
  const here = pathname + search;
  return (
    <footer className="no-print mt-12 border-t border-line bg-surface">
      <div className="mx-auto flex max-w-6xl flex-wrap items-center justify-between gap-x-8 gap-y-4 px-4 py-6 sm:px-6">
        <p className="text-sm text-muted">
          {root?.portal.vendorName && (
            <span className="block font-semibold text-ink">{root.portal.vendorName}</span>
          )}
          {t("portal.footer")}
        </p>
        <div className="flex flex-wrap gap-x-6 gap-y-2">
          <Form method="post" action="/locale" reloadDocument>
            <input type="hidden" name="redirectTo" value={here} />
            <fieldset className="flex items-center gap-1">
              <legend className="sr-only">{t("portal.language")}</legend>
              {LOCALES.map((locale) => (
                <button
                  key={locale}
                  type="submit"
                  name="locale"
                  value={locale}
                  lang={locale}
                  aria-pressed={root?.locale === locale}
                  className={choice(root?.locale === locale)}
                >
                  {t(`locale.${locale}`)}
                </button>
              ))}
            </fieldset>
          </Form>
          <Form method="post" action="/colour-scheme" reloadDocument>
            <input type="hidden" name="redirectTo" value={here} />
            <fieldset className="flex items-center gap-1">
              <legend className="sr-only">{t("portal.theme")}</legend>
              {COLOUR_SCHEMES.map((scheme) => (
                <button
                  key={scheme}
                  type="submit"
                  name="scheme"
                  value={scheme}
                  aria-pressed={root?.colourScheme === scheme}
                  className={choice(root?.colourScheme === scheme)}
                >
                  {t(`portal.theme.${scheme}`)}
                </button>
              ))}
            </fieldset>
          </Form>
        </div>
      </div>
    </footer>
  );
}

import { isRouteErrorResponse, useLocation, useRouteError } from "@remix-run/react";
import { useEffect } from "react";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { Page } from "#app/ui/page.tsx";

type Kind = "forbidden" | "notFound" | "tooLarge" | "tooMany" | "generic";
const kinds: Record<number, Kind> = {
  403: "forbidden",
  404: "notFound",
  413: "tooLarge",
  429: "tooMany",
};

/** What went wrong and what to do now; the status decides the words. */
export function ErrorPage() {
  const { t } = useTranslation();
  const error = useRouteError();
  const { pathname, search } = useLocation();
  const status = isRouteErrorResponse(error) ? error.status : 500;
  const kind = kinds[status] ?? "generic";
  const title = t(`error.${kind}.title`);
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <Page title={title} width="reading">
      <p className="mb-6 max-w-prose">{t(`error.${kind}.text`)}</p>
      <div className="flex flex-wrap gap-3">
        {kind === "generic" || kind === "tooMany" ? (
          <ButtonLink to={pathname + search} variant="primary" reloadDocument>
            {t("error.retry")}
          </ButtonLink>
        ) : (
          <ButtonLink to="/search" variant="primary">
            {t("error.notFound.search")}
          </ButtonLink>
        )}
        <ButtonLink to="/">{t("error.home")}</ButtonLink>
      </div>
    </Page>
  );
}

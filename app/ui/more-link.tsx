import { useTranslation } from "#app/i18n/use-translation.tsx";
import { ButtonLink } from "./button.tsx";

/** 「さらに見る」: the next page of a list, a link that works anywhere. */
export function MoreLink({ to }: { to: string }) {
  const { t } = useTranslation();
  return (
    <div className="no-print mt-6 text-center">
      <ButtonLink to={to} rel="next">
        {t("list.more")}
      </ButtonLink>
    </div>
  );
}

import { Link } from "@remix-run/react";
import { useTranslation } from "#app/i18n/use-translation.tsx";

/** For links opened while somebody – perhaps a colleague at a shared desk – is signed in. */
export function SignedInNotice({ name }: { name: string }) {
  const { t } = useTranslation("auth");
  return (
    <div className="mb-4 rounded-card bg-wait-soft px-4 py-3 text-sm">
      <p>{t("join.signedIn", { name })}</p>
      <Link to="/logout" className="text-link inline-block py-1">
        {t("join.signedIn.logout")}
      </Link>
    </div>
  );
}

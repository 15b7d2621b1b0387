import { Form, Link, useLocation } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { Avatar } from "#app/ui/avatar.tsx";
import type { RootData } from "./root-data.ts";

const item =
  "flex min-h-11 w-full items-center px-4 text-left text-sm hover:bg-sunken focus-visible:bg-sunken";

/** React 18 does not type the popover attributes yet; they work without any script. */
const opens = (id: string) => ({ popovertarget: id }) as Record<string, string>;
const popover = { popover: "auto" } as Record<string, string>;

export function AccountMenu({ root }: { root?: RootData }) {
  const { t } = useTranslation();
  const menu = useRef<HTMLDivElement>(null);
  const { key } = useLocation();
  const shownOn = useRef(key);
  useEffect(() => {
    // Closes when the page changes, not when scripts take over a menu that was opened before them.
    if (key === shownOn.current) return;
    shownOn.current = key;
    if (menu.current?.matches(":popover-open")) menu.current.hidePopover();
  }, [key]);
  const viewer = root?.viewer;
  if (!viewer) return null;
  return (
    <>
      <button
        type="button"
        {...opens("account-menu")}
        className="inline-flex size-11 items-center justify-center rounded-full hover:bg-sunken"
      >
        <Avatar name={viewer.name} fileId={viewer.avatarFileId} size={32} />
        <span className="sr-only">{t("portal.account")}</span>
      </button>
      <div
        ref={menu}
        id="account-menu"
        {...popover}
        className="card fixed top-16 right-4 left-auto m-0 w-64 py-2"
      >
        <p className="border-b border-line px-4 pt-1 pb-3 text-sm">
          <span className="block font-semibold">{viewer.name}</span>
          <span className="text-muted">{viewer.organisation?.name ?? root.portal.vendorName}</span>
        </p>
        <Link to={`/people/${viewer.handle}`} className={item}>
          {t("portal.profile")}
        </Link>
        {viewer.organisation && (
          <Link to={`/organisations/${viewer.organisation.id}`} className={item}>
            {t("portal.organisation")}
          </Link>
        )}
        <Link to="/pair-sessions" className={item}>
          {t("portal.pairSessions")}
        </Link>
        <Link to="/settings/profile" className={item}>
          {t("portal.settings")}
        </Link>
        <Form method="post" action="/logout" reloadDocument className="border-t border-line pt-1">
          <button type="submit" className={item}>
            {t("portal.signOut")}
          </button>
        </Form>
      </div>
    </>
  );
}

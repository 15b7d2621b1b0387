import { useRevalidator } from "@remix-run/react";
import { useEffect } from "react";
import { onUnread } from "./live-unread.ts";

/** Loads the inbox anew when something arrives or is read elsewhere. */
export function useFreshInbox(): void {
  const { revalidate } = useRevalidator();
  useEffect(() => onUnread(() => revalidate()), [revalidate]);
}

import type { KeyboardEvent } from "react";

/**
 * Keys within a list whose rows carry `data-row`: j and k move to the next row and the one before, x
 * ticks the row, and any other letter presses what carries it as `data-key`. They work only while the
 * focus is in the list (WCAG 2.1.4), and never while somebody types.
 */
export function pressRowKey(event: KeyboardEvent<HTMLElement>): void {
  const { key, target, currentTarget } = event;
  if (event.ctrlKey || event.metaKey || event.altKey || !(target instanceof Element)) return;
  if (target.matches("input:not([type=checkbox]), textarea, select")) return;
  const rows = [...currentTarget.querySelectorAll<HTMLElement>("[data-row]")];
  const row = target.closest<HTMLElement>("[data-row]");
  const box = row?.querySelector<HTMLInputElement>("input[type=checkbox]");
  if (key === "j" || key === "k") {
    const now = row ? rows.indexOf(row) : -1;
    const next = rows[key === "j" ? now + 1 : Math.max(now - 1, 0)];
    next?.querySelector<HTMLElement>("input[type=checkbox]")?.focus();
    next?.scrollIntoView({ block: "nearest" });
  } else if (key === "x" && box) box.click();
  else if (/^[a-z]$/.test(key)) row?.querySelector<HTMLElement>(`[data-key="${key}"]`)?.click();
  else return;
  event.preventDefault();
}

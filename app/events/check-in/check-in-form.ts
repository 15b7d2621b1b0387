import { cleanLine } from "#app/lib/clean-text.ts";
import { AFFILIATION_MAX, GUEST_NAME_MAX, KEY_MAX } from "./check-in.ts";

/** What a page at the door tells: who came, how, and under which key. */
export type CheckInFields = {
  personId?: number;
  code?: string;
  guest?: { name: string; affiliation: string };
  way: "qr" | "code" | "list" | "walk-in";
  key: string;
  at?: Date;
};

const WAYS = ["qr", "code", "list", "walk-in"] as const;

/** Reads the form of a check-in; undefined when it names nobody, or has no key. */
export function readCheckIn(form: FormData): CheckInFields | undefined {
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === "string" ? cleanLine(value) : undefined;
  };
  const key = text("key") ?? "";
  const way = WAYS.find((one) => one === text("way"));
  if (key === "" || key.length > KEY_MAX || !way) return undefined;
  const told = text("at");
  const common = { way, key, at: told ? new Date(told) : undefined };
  const personId = text("personId");
  if (personId !== undefined) {
    return /^\d{1,15}$/.test(personId) ? { ...common, personId: Number(personId) } : undefined;
  }
  const code = text("code");
  if (code !== undefined) return { ...common, code: code.slice(0, 40) };
  const name = text("guestName");
  if (name === undefined) return undefined;
  const affiliation = cut(text("guestAffiliation") ?? "", AFFILIATION_MAX);
  return { ...common, guest: { name: cut(name, GUEST_NAME_MAX), affiliation } };
}

const cut = (text: string, max: number) => [...text].slice(0, max).join("");

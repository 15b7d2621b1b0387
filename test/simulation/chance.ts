import { createHash } from "node:crypto";

type Word = string | number;

function digest(words: Word[]): Buffer {
  return createHash("sha256").update(words.join("\n")).digest();
}

/** A number from 0 up to, not including, 1: the same for the same words, whenever it is asked for. */
export function chance(...words: Word[]): number {
  return digest(words).readUIntBE(0, 6) / 2 ** 48;
}

/** A whole number from `least` to `most`, both included. */
export function between(least: number, most: number, ...words: Word[]): number {
  return least + Math.floor(chance(...words) * (most - least + 1));
}

/** One of the choices, each as likely as any other. */
export function pick<T>(choices: readonly T[], ...words: Word[]): T {
  if (choices.length === 0) throw new Error(`Nothing to choose from: ${words.join(" ")}`);
  return choices[between(0, choices.length - 1, ...words)] as T;
}

/** The key of a form, a UUID of version 8 (RFC 9562). */
export function formKey(...words: Word[]): string {
  const hex = digest(words).toString("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

import "@github/markdown-toolbar-element";
import "@github/text-expander-element";
import type { TFunction } from "i18next";
import {
  AtSign,
  Bold,
  Code,
  Heading,
  ImagePlus,
  Italic,
  Link,
  List,
  ListOrdered,
  Quote,
} from "lucide-react";
import { createElement, type RefObject, useEffect, useRef, useState } from "react";
import { useTranslation } from "#app/i18n/use-translation.tsx";

type Words = TFunction<["common"]>;

/** Asks the server how the text will look; words about it when it cannot say. */
export async function requestPreview(text: string, t: Words): Promise<string> {
  const note = (words: string) => `<p>${words}</p>`;
  if (text.trim() === "") return note(t("markdown.previewEmpty"));
  const form = new FormData();
  form.set("text", text);
  try {
    const response = await fetch("/markdown-preview", { method: "POST", body: form });
    if (!response.ok) return note(t("markdown.previewFailed"));
    return ((await response.json()) as { html: string }).html;
  } catch {
    return note(t("markdown.previewFailed"));
  }
}

const tools = [
  ["md-header", "heading", Heading],
  ["md-bold", "bold", Bold],
  ["md-italic", "italic", Italic],
  ["md-quote", "quote", Quote],
  ["md-code", "code", Code],
  ["md-link", "link", Link],
  ["md-unordered-list", "list", List],
  ["md-ordered-list", "orderedList", ListOrdered],
  ["md-mention", "mention", AtSign],
] as const;

const toolLook =
  "inline-flex size-11 md:size-9 items-center justify-center rounded-card text-muted hover:bg-sunken hover:text-ink";

export function MarkdownToolbar({
  controlId,
  input,
}: {
  controlId: string;
  input: RefObject<HTMLTextAreaElement>;
}) {
  const { t } = useTranslation();
  const picker = useRef<HTMLInputElement>(null);
  const { upload, message } = useImageUpload(input, t);
  return (
    <>
      {createElement(
        "markdown-toolbar",
        { for: controlId, "aria-label": t("markdown.toolbar"), class: "flex flex-wrap" },
        tools.map(([element, name, Icon]) =>
          createElement(
            element,
            {
              key: name,
              class: toolLook,
              "aria-label": t(`markdown.${name}`),
              title: t(`markdown.${name}`),
              role: "button",
            },
            <Icon size={18} aria-hidden="true" />,
          ),
        ),
        <button
          key="image"
          type="button"
          className={toolLook}
          title={t("markdown.image")}
          aria-label={t("markdown.image")}
          onClick={() => picker.current?.click()}
        >
          <ImagePlus size={18} aria-hidden="true" />
        </button>,
      )}
      <input
        ref={picker}
        type="file"
        accept="image/png,image/jpeg,image/gif,image/webp"
        multiple
        hidden
        onChange={(event) => {
          for (const file of event.currentTarget.files ?? []) upload(file);
          event.currentTarget.value = "";
        }}
      />
      {message && (
        <p role="status" className="w-full px-2 pb-1 text-sm text-muted">
          {message}
        </p>
      )}
    </>
  );
}

/** Sends pasted, dropped and chosen images, and puts each where the cursor was. */
function useImageUpload(input: RefObject<HTMLTextAreaElement>, t: Words) {
  const [message, setMessage] = useState<string>();
  const upload = async (file: File) => {
    const area = input.current;
    if (!area) return;
    const placeholder = `![${t("markdown.uploading")} ${Math.random().toString(36).slice(2, 7)}]()`;
    insertText(area, `${placeholder}\n`);
    setMessage(t("markdown.uploading"));
    const outcome = await sendImage(file, t);
    replaceText(area, placeholder, outcome.markdown);
    setMessage(outcome.problem);
  };
  const latest = useRef(upload);
  latest.current = upload;
  useEffect(() => {
    const area = input.current;
    if (!area) return;
    const take = (event: ClipboardEvent | DragEvent) => {
      const data = event instanceof DragEvent ? event.dataTransfer : event.clipboardData;
      const images = [...(data?.files ?? [])].filter((file) => file.type.startsWith("image/"));
      if (images.length === 0) return;
      event.preventDefault();
      for (const image of images) latest.current(image);
    };
    const allowDrop = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes("Files")) event.preventDefault();
    };
    area.addEventListener("paste", take);
    area.addEventListener("drop", take);
    area.addEventListener("dragover", allowDrop);
    return () => {
      area.removeEventListener("paste", take);
      area.removeEventListener("drop", take);
      area.removeEventListener("dragover", allowDrop);
    };
  }, [input]);
  return { upload, message };
}

async function sendImage(file: File, t: Words): Promise<{ markdown: string; problem?: string }> {
  const form = new FormData();
  form.set("file", file);
  try {
    const response = await fetch("/files", { method: "POST", body: form });
    const answer = (await response.json()) as { markdown?: string; message?: string };
    if (response.ok && answer.markdown) return { markdown: answer.markdown };
    return { markdown: "", problem: answer.message ?? t("markdown.uploadFailed") };
  } catch {
    return { markdown: "", problem: t("markdown.uploadFailed") };
  }
}

function insertText(area: HTMLTextAreaElement, text: string): void {
  area.setRangeText(text, area.selectionStart, area.selectionEnd, "end");
  area.dispatchEvent(new Event("input", { bubbles: true }));
}

function replaceText(area: HTMLTextAreaElement, from: string, to: string): void {
  const start = area.value.indexOf(from);
  if (start < 0) return;
  area.setRangeText(to, start, start + from.length, "preserve");
  area.dispatchEvent(new Event("input", { bubbles: true }));
}

type Mentioned = { handle: string; name: string; organisation: string | null };
type ChangeEvent = CustomEvent<{
  key: string;
  text: string;
  provide(result: Promise<{ matched: boolean; fragment?: HTMLElement }>): void;
}>;
type ValueEvent = CustomEvent<{ item: HTMLElement; value: string }>;

/** Offers people while `@…` is typed inside the element; returns what ends that. */
export function offerMentions(element: HTMLElement): () => void {
  const onChange = (event: Event) => {
    const { text, provide } = (event as ChangeEvent).detail;
    provide(findPeople(text));
  };
  const onValue = (event: Event) => {
    const { detail } = event as ValueEvent;
    detail.value = `@${detail.item.dataset.handle}`;
  };
  element.addEventListener("text-expander-change", onChange);
  element.addEventListener("text-expander-value", onValue);
  return () => {
    element.removeEventListener("text-expander-change", onChange);
    element.removeEventListener("text-expander-value", onValue);
  };
}

async function findPeople(text: string): Promise<{ matched: boolean; fragment?: HTMLElement }> {
  const response = await fetch(`/mentions?q=${encodeURIComponent(text)}`).catch(() => undefined);
  const people = response?.ok ? ((await response.json()) as Mentioned[]) : [];
  if (people.length === 0) return { matched: false };
  const list = document.createElement("ul");
  list.setAttribute("role", "listbox");
  list.className = "card absolute z-30 min-w-60 py-1 text-sm";
  for (const person of people) {
    const item = document.createElement("li");
    item.setAttribute("role", "option");
    item.id = `mention-${person.handle}`;
    item.dataset.handle = person.handle;
    item.className = "cursor-pointer px-3 py-2 aria-selected:bg-brand-soft";
    item.textContent = [person.name, person.organisation].filter(Boolean).join(" ・ ");
    list.append(item);
  }
  return { matched: true, fragment: list };
}

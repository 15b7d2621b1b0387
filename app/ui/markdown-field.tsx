import { createElement, type TextareaHTMLAttributes, useEffect, useRef, useState } from "react";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { classNames } from "./class-names.ts";
import { controlProps, FieldFrame, type FieldState } from "./fields.tsx";

type Editor = typeof import("./markdown-editor.tsx");

const tab = (current: boolean) =>
  classNames(
    "min-h-11 border-b-2 px-3 text-sm font-semibold",
    current ? "border-brand text-brand" : "border-transparent text-muted hover:text-ink",
  );

/**
 * A text field for Markdown. It is an ordinary textarea first; toolbar, mentions and images come
 * with a script that is fetched when the field is first used, so that reading pages stay light.
 */
export function MarkdownField({
  field,
  label,
  hint,
  required,
  optional,
  rows = 10,
  ...area
}: {
  field: FieldState;
  label: string;
  /** `false`: a field among several, where one of them says that Markdown can be used. */
  hint?: string | false;
  required?: boolean;
  optional?: boolean;
} & Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, "required" | "name" | "id">) {
  const { t } = useTranslation();
  const input = useRef<HTMLTextAreaElement>(null);
  const [editor, setEditor] = useState<Editor>();
  const [scripted, setScripted] = useState(false);
  const [preview, setPreview] = useState<string>();
  const expander = useRef<HTMLElement>(null);
  useEffect(() => setScripted(true), []);
  useEffect(() => {
    if (editor && expander.current) return editor.offerMentions(expander.current);
  }, [editor]);
  const wake = () => {
    if (!editor) import("./markdown-editor.tsx").then(setEditor, () => {});
  };
  const showPreview = async () => {
    setPreview("");
    const text = input.current?.value ?? "";
    const { requestPreview } = await import("./markdown-editor.tsx");
    setPreview(await requestPreview(text, t));
  };
  const writing = preview === undefined;
  const Toolbar = editor?.MarkdownToolbar;
  const control = (
    <textarea
      ref={input}
      key={field.key}
      rows={rows}
      defaultValue={typeof field.initialValue === "string" ? field.initialValue : undefined}
      className={classNames(
        "block w-full resize-y rounded-b-card bg-surface px-3 py-2.5 leading-relaxed outline-none",
        !writing && "hidden",
      )}
      {...area}
      {...controlProps(field, hint !== false, required)}
    />
  );
  return (
    <FieldFrame
      {...{ field, label, required, optional }}
      hint={hint === false ? undefined : [hint, t("markdown.hint")].filter(Boolean).join(" ")}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: only notices that the field inside is used */}
      <div
        className="control p-0 focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-brand"
        onFocus={wake}
        onPointerEnter={wake}
      >
        <div className="flex min-h-11 flex-wrap items-center justify-between gap-x-4 border-b border-line px-1">
          {scripted && (
            <div className="flex">
              <button
                type="button"
                aria-pressed={writing}
                className={tab(writing)}
                onClick={() => setPreview(undefined)}
              >
                {t("markdown.write")}
              </button>
              <button
                type="button"
                aria-pressed={!writing}
                className={tab(!writing)}
                onClick={showPreview}
              >
                {t("markdown.preview")}
              </button>
            </div>
          )}
          {Toolbar && writing && <Toolbar controlId={field.id} input={input} />}
        </div>
        {/* The element is there from the start: wrapping the textarea later would empty it. */}
        {createElement(
          "text-expander",
          { ref: expander, keys: "@", class: "relative block" },
          control,
        )}
        {!writing && (
          <div
            aria-live="polite"
            className="post min-h-40 px-4 py-3"
            // biome-ignore lint/security/noDangerouslySetInnerHtml: rendered and sanitised by our server
            dangerouslySetInnerHTML={{ __html: preview ?? "" }}
          />
        )}
      </div>
    </FieldFrame>
  );
}

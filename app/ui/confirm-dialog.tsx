import { type ReactNode, useEffect, useId, useRef, useState } from "react";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { Button, buttonLook } from "./button.tsx";

/**
 * A button that asks before it acts. `children` is the form to confirm (its own submit button
 * included); without JavaScript it stands open behind the browser's own disclosure.
 */
export function ConfirmDialog({
  trigger,
  title,
  children,
  variant = "quiet",
}: {
  trigger: ReactNode;
  title: string;
  children: ReactNode;
  variant?: "primary" | "quiet" | "danger" | "bare";
}) {
  const { t } = useTranslation();
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  const [scripted, setScripted] = useState(false);
  useEffect(() => setScripted(true), []);
  if (!scripted) {
    return (
      <details className="inline-block">
        <summary
          className={
            variant === "primary"
              ? buttonLook(variant)
              : "inline-flex min-h-11 items-center px-3 text-sm font-semibold text-muted"
          }
        >
          {trigger}
        </summary>
        <div className="card mt-2 p-4">
          <p className="mb-3 font-semibold">{title}</p>
          {children}
        </div>
      </details>
    );
  }
  return (
    <>
      <Button
        type="button"
        variant={variant}
        size={variant === "primary" ? "normal" : "small"}
        onClick={() => dialog.current?.showModal()}
      >
        {trigger}
      </Button>
      <dialog
        ref={dialog}
        aria-labelledby={heading}
        className="w-[min(34rem,calc(100vw-2rem))] rounded-card border border-line bg-surface p-5"
      >
        <div className="mb-4 flex items-start justify-between gap-4">
          <h2 id={heading} className="text-lg font-bold">
            {title}
          </h2>
          <Button type="button" variant="bare" size="small" onClick={() => dialog.current?.close()}>
            {t("form.close")}
          </Button>
        </div>
        <div onSubmit={() => dialog.current?.close()}>{children}</div>
      </dialog>
    </>
  );
}

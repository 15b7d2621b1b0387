import { Link, type LinkProps, useNavigation } from "@remix-run/react";
import type { ButtonHTMLAttributes, ReactNode } from "react";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { classNames } from "./class-names.ts";

type Variant = "primary" | "quiet" | "danger" | "bare";
type Size = "normal" | "small";

const look: Record<Variant, string> = {
  primary: "bg-brand text-brand-ink border-brand hover:bg-brand-strong hover:border-brand-strong",
  quiet: "bg-surface text-ink border-line-strong hover:bg-sunken",
  danger: "bg-surface text-danger border-danger hover:bg-danger-soft",
  bare: "bg-transparent text-muted border-transparent hover:bg-sunken hover:text-ink",
};

export function buttonLook(variant: Variant = "quiet", size: Size = "normal"): string {
  return classNames(
    "inline-flex items-center justify-center gap-2 rounded-card border font-semibold no-underline",
    "transition-colors duration-100 disabled:opacity-60 disabled:cursor-not-allowed",
    size === "small" ? "min-h-11 md:min-h-9 px-3 text-sm" : "min-h-11 px-5",
    look[variant],
  );
}

type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & {
  variant?: Variant;
  size?: Size;
  children: ReactNode;
};

/** A button; when it submits a form it says so while the form is on its way and cannot submit twice. */
export function Button({
  variant,
  size,
  className,
  children,
  type = "submit",
  ...rest
}: ButtonProps) {
  const { t } = useTranslation();
  const navigation = useNavigation();
  const busy =
    type === "submit" &&
    variant === "primary" &&
    navigation.state === "submitting" &&
    rest.form === undefined;
  return (
    <button
      type={type}
      className={classNames(buttonLook(variant, size), className)}
      aria-disabled={busy || undefined}
      {...rest}
    >
      {busy ? t("form.working") : children}
    </button>
  );
}

type ButtonLinkProps = LinkProps & { variant?: Variant; size?: Size };

/** A link that leads to the main thing to do and therefore looks like a button. */
export function ButtonLink({ variant, size, className, ...rest }: ButtonLinkProps) {
  return <Link className={classNames(buttonLook(variant, size), className)} {...rest} />;
}

import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { Button } from "#app/ui/button.tsx";

/** A button that does one thing to a post: a form of its own, so it works without a script. */
export function PostButton({
  action,
  children,
  variant = "bare",
  pressed,
}: {
  action: string;
  children: ReactNode;
  variant?: "bare" | "quiet" | "primary" | "danger";
  pressed?: boolean;
}) {
  return (
    <Form method="post" action={action} preventScrollReset replace className="contents">
      <Button variant={variant} size="small" aria-pressed={pressed}>
        {children}
      </Button>
    </Form>
  );
}

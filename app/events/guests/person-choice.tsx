import type { ReactNode } from "react";
import { GuestLine } from "./guest-line.tsx";
import type { GuestPerson } from "./guest-person.server.ts";

/** A person to tick, one of several or any number of them. */
export function PersonChoice({
  type,
  name,
  person,
  isChosen = false,
  isDisabled = false,
  children,
}: {
  type: "radio" | "checkbox";
  name: string;
  person: GuestPerson;
  isChosen?: boolean;
  isDisabled?: boolean;
  /** Words behind the person, such as why they cannot be chosen. */
  children?: ReactNode;
}) {
  return (
    <div className="flex items-center gap-x-2 py-1">
      <label className="-ml-3 inline-flex size-11 shrink-0 items-center justify-center">
        <input
          type={type}
          name={name}
          value={person.personId}
          disabled={isDisabled}
          defaultChecked={isChosen}
          aria-label={person.name}
          className="size-5 accent-brand"
        />
      </label>
      <GuestLine person={person} />
      {children}
    </div>
  );
}

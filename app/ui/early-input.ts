const formsUsed = new WeakSet<HTMLFormElement>();

/**
 * Keeps what somebody types and ticks while scripts are on their way. When React 18 takes a page over,
 * it writes the server's text back into a textarea and ticks the server's radio button again
 * (`postMountWrapper` of ReactDOMTextarea and ReactDOMInput); React 19 is mended. Called before that.
 */
export function keepEarlyInput(): void {
  for (const control of document.querySelectorAll("textarea, input[type=radio]")) keep(control);
  document.addEventListener("input", ({ target }) => keep(target), true);
}

/** Whether something was typed or ticked in a form before scripts could notice. */
export function wasUsedEarly(form: HTMLFormElement): boolean {
  return formsUsed.has(form);
}

function keep(control: EventTarget | null): void {
  if (control instanceof HTMLTextAreaElement) {
    if (isTakenOver(control) || control.value === control.defaultValue) return;
    // React leaves a text alone that is not the one it expects; an empty one it never writes.
    if (control.defaultValue !== "") control.defaultValue = control.value;
    if (control.form) formsUsed.add(control.form);
  } else if (control instanceof HTMLInputElement) {
    if (isTakenOver(control)) return;
    if (control.form && isChanged(control)) formsUsed.add(control.form);
    if (control.type === "radio") for (const radio of groupOf(control)) pin(radio);
  }
}

function isChanged({ checked, defaultChecked, value, defaultValue }: HTMLInputElement): boolean {
  return checked !== defaultChecked || value !== defaultValue;
}

/** A button that was set by hand no longer follows the attribute that React toggles. */
function pin(radio: HTMLInputElement): void {
  const { checked } = radio;
  radio.checked = checked;
}

function groupOf({ form, name }: HTMLInputElement): HTMLInputElement[] {
  const buttons = (form ?? document).querySelectorAll<HTMLInputElement>("input[type=radio]");
  return [...buttons].filter((button) => button.name === name);
}

/** React notes on each element that it has taken over what the element belongs to. */
function isTakenOver(element: Element): boolean {
  return Object.keys(element).some((key) => key.startsWith("__reactFiber$"));
}

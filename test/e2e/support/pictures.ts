import type { Locator } from "@playwright/test";

/** Pastes a picture, made in the page, into a field, or drops it there. */
export async function bringPicture(
  field: Locator,
  how: "paste" | "drop",
  colour: string,
): Promise<void> {
  await field.evaluate(
    async (element, [kind, fill]) => {
      const canvas = new OffscreenCanvas(80, 40);
      const pen = canvas.getContext("2d") as OffscreenCanvasRenderingContext2D;
      pen.fillStyle = fill as string;
      pen.fillRect(0, 0, 80, 40);
      const carried = new DataTransfer();
      carried.items.add(
        new File([await canvas.convertToBlob()], "picture.png", { type: "image/png" }),
      );
      const options = { bubbles: true, cancelable: true };
      element.dispatchEvent(
        kind === "paste"
          ? new ClipboardEvent("paste", { ...options, clipboardData: carried })
          : new DragEvent("drop", { ...options, dataTransfer: carried }),
      );
    },
    [how, colour],
  );
}

import type { ActionFunctionArgs } from "@remix-run/node";
import { findViewer } from "#app/auth/guard.server.ts";
import { fileStore } from "#app/files/file-store.server.ts";
import { imageMarkdown } from "#app/files/image-markdown.ts";
import type { ImageRefusal } from "#app/files/images.ts";
import { storeUpload } from "#app/files/store-upload.server.ts";
import { requestedLocale, translator } from "#app/i18n/i18n.server.ts";
import { db } from "#db/client.server.ts";

const STATUS: Record<ImageRefusal["reason"], number> = {
  "not-an-image": 415,
  "too-large": 413,
  "too-many-pixels": 413,
  "quota-reached": 429,
  busy: 503,
};

/** Takes one image (field `file`) for use in a text: `{ url, markdown }`, or `{ error }` in words. */
export async function action({ request }: ActionFunctionArgs) {
  const viewer = await findViewer(request);
  const t = translator(viewer?.locale ?? requestedLocale(request), "people");
  const refuse = (status: number, error: string) => Response.json({ error }, { status });
  if (!viewer) return refuse(401, t("image.signIn"));
  const file = await request.formData().then(
    (form) => form.get("file"),
    () => null,
  );
  if (!(file instanceof File)) return refuse(400, t("image.not-an-image"));
  const stored = await storeUpload(db, {
    store: await fileStore(),
    ownerId: viewer.id,
    kind: "image",
    bytes: new Uint8Array(await file.arrayBuffer()),
    now: new Date(),
  });
  if (!stored.ok) return refuse(STATUS[stored.reason], t(`image.${stored.reason}`));
  const url = `/files/${stored.fileId}`;
  return Response.json({ url, markdown: imageMarkdown(url, file.name) }, { status: 201 });
}

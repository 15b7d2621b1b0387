import type { LoaderFunctionArgs } from "@remix-run/node";
import { findViewer } from "#app/auth/guard.server.ts";
import { findMaterialTitle } from "#app/events/afterwards/materials.server.ts";
import { attachmentDisposition } from "#app/files/download-name.ts";
import { fileStore } from "#app/files/file-store.server.ts";
import { findVisibleFile, type VisibleFile } from "#app/files/visible-file.server.ts";
import { notFound } from "#app/lib/responses.server.ts";
import { db } from "#db/client.server.ts";

/** Serves a stored file, and nothing that a browser would run: pictures are shown, the rest is saved. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await findViewer(request);
  const file = await findVisibleFile(db, { viewer, fileId: params.fileId ?? "" });
  if (!file) throw notFound();
  const headers = new Headers({
    // An avatar's address changes with its picture. Who may see another image can change at any
    // time, so browsers ask again before they show it.
    "Cache-Control":
      file.kind === "avatar" ? "public, max-age=31536000, immutable" : "private, no-cache",
    ETag: `"${file.id}"`,
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "default-src 'none'; sandbox",
  });
  if (request.headers.get("If-None-Match")?.includes(`"${file.id}"`)) {
    return new Response(null, { status: 304, headers });
  }
  const body = await (await fileStore()).get(file.storageKey);
  if (!body) throw notFound();
  headers.set("Content-Type", file.mediaType);
  headers.set("Content-Length", String(file.bytes));
  headers.set("Content-Disposition", await dispositionOf(file));
  return new Response(body, { headers });
}

async function dispositionOf(file: VisibleFile): Promise<string> {
  if (file.kind === "material") {
    const title = await findMaterialTitle(db, { fileId: file.id });
    return attachmentDisposition(title ?? "", file.mediaType);
  }
  return file.mediaType.startsWith("image/") ? "inline" : 'attachment; filename="work.pdf"';
}

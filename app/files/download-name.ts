const EXTENSIONS: Record<string, string> = {
  "application/pdf": "pdf",
  "image/webp": "webp",
  "image/png": "png",
  "image/jpeg": "jpg",
  "image/gif": "gif",
};

/**
 * A Content-Disposition that saves a file under a title people gave it: the name in UTF-8
 * (RFC 6266, encoded by RFC 8187) and a plain one for whoever does not read that.
 */
export function attachmentDisposition(title: string, mediaType: string): string {
  const extension = EXTENSIONS[mediaType] ?? "bin";
  const stem = title
    .replace(/[\p{Cc}\p{Cf}/\\:*?"<>|]+/gu, " ")
    .replace(/\s+/g, " ")
    .replace(/^[ .]+|[ .]+$/g, "")
    .replace(new RegExp(`\\.${extension}$`, "i"), "");
  const name = `${[...stem].slice(0, 80).join("") || "file"}.${extension}`;
  const encoded = encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="file.${extension}"; filename*=UTF-8''${encoded}`;
}

import { createHash } from "node:crypto";
import { and, desc, eq, isNotNull } from "drizzle-orm";
import { requestedLocale, translator } from "#app/i18n/i18n.server.ts";
import type { DbOrTx } from "#db/client.server.ts";
import { certifications, certificationVersions } from "#db/schema/certifications.ts";
import { files } from "#db/schema/files.ts";
import { LOCALES, type Locale } from "#db/vocabulary.ts";
import { certificationName } from "../definitions/definitions.ts";
import type { PictureSource } from "./badge-image.server.ts";
import type { Publisher } from "./publisher.ts";

/**
 * What the picture of a certification is made of, in one language; undefined for one that was never
 * published. Without a `version` it is the newest one.
 *
 * @returns with a `tag` that changes with the picture
 */
export async function findPictureSource(
  db: DbOrTx,
  {
    slug,
    version,
    locale,
    publisher,
  }: { slug: string; version: number | undefined; locale: Locale; publisher: Publisher },
): Promise<(PictureSource & { tag: string }) | undefined> {
  const [row] = await db
    .select({
      level: certifications.level,
      nameJa: certificationVersions.nameJa,
      nameEn: certificationVersions.nameEn,
      storageKey: files.storageKey,
    })
    .from(certificationVersions)
    .innerJoin(certifications, eq(certifications.id, certificationVersions.certificationId))
    .leftJoin(files, eq(files.id, certificationVersions.badgeFileId))
    .where(
      and(
        eq(certifications.slug, slug),
        isNotNull(certificationVersions.publishedAt),
        version === undefined ? undefined : eq(certificationVersions.number, version),
      ),
    )
    .orderBy(desc(certificationVersions.number))
    .limit(1);
  if (!row) return undefined;
  const name = certificationName(row, locale);
  const issuerName = publisher.name;
  const title = translator(locale, "credentials")("picture.alt", {
    name,
    level: row.level,
    issuer: issuerName,
  });
  const source = { level: row.level, name, issuerName, title, storageKey: row.storageKey };
  const tag = createHash("sha256").update(JSON.stringify(source)).digest("base64url");
  return { ...source, tag };
}

/** Which picture the address names: `?version=3&lang=en`, both optional. */
export function pictureParams(request: Request): { version: number | undefined; locale: Locale } {
  const { searchParams } = new URL(request.url);
  const version = searchParams.get("version") ?? "";
  const language = LOCALES.find((locale) => locale === searchParams.get("lang"));
  return {
    version: /^\d{1,9}$/.test(version) ? Number(version) : undefined,
    locale: language ?? requestedLocale(request),
  };
}

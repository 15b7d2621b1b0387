import type { TFunction } from "i18next";
import type { MaybeViewer } from "#app/auth/viewer.ts";
import type { DbOrTx } from "#db/client.server.ts";
import { credentialState } from "../credentials/credentials.ts";
import { certificationName } from "../definitions/definitions.ts";
import { evidenceLines } from "./criteria.ts";
import { linkedInAddress } from "./linkedin.ts";
import type { Publisher } from "./publisher.ts";
import { placeInList } from "./status-list.ts";
import { findVisibleCredential } from "./visible-credential.server.ts";

type Words = { t: TFunction<["credentials"]>; certification: TFunction<["certification"]> };

/** What the public page of a credential shows; undefined when the viewer may not see it. */
export async function findCredentialPage(
  db: DbOrTx,
  {
    viewer,
    publicId,
    publisher,
    words,
    now,
  }: { viewer: MaybeViewer; publicId: string; publisher: Publisher; words: Words; now: Date },
) {
  const found = await findVisibleCredential(db, { viewer, publicId });
  if (!found) return undefined;
  const { at } = publisher;
  const { holder, version, requirements } = found;
  const isHolder = viewer?.id === holder.id;
  const url = at.credential(publicId);
  const state = credentialState(found, now);
  return {
    publicId,
    url,
    state,
    number: found.number,
    level: found.level,
    slug: found.slug,
    holderName: holder.name,
    issuerName: publisher.name,
    names: { nameJa: version.nameJa, nameEn: version.nameEn },
    summaries: { nameJa: version.summaryJa, nameEn: version.summaryEn },
    versionNumber: version.number,
    issuedAt: found.issuedAt,
    expiresAt: found.expiresAt,
    lapsesAt: found.lapsesAt,
    endedAt: found.endedAt,
    requirements,
    totals: evidenceLines(words, requirements, found.measured ?? {}),
    picture: at.picture(found.slug, { version: version.number, locale: holder.locale }),
    statusList: at.statusList(placeInList(found.statusIndex).list),
    revocationList: at.revocationList,
    issuer: at.issuer,
    keys: at.keys,
    isHolder,
    isHidden: found.hiddenAt !== null,
    // Who shows it elsewhere must be able to show a valid one.
    linkedIn:
      isHolder && (state === "live" || state === "expiring")
        ? linkedInAddress({
            name: certificationName(version, holder.locale),
            issuerName: publisher.name,
            issuedAt: found.issuedAt,
            expiresAt: found.expiresAt,
            number: found.number,
            timeZone: holder.timeZone,
            url,
          })
        : undefined,
  };
}

export type CredentialPageData = NonNullable<Awaited<ReturnType<typeof findCredentialPage>>>;

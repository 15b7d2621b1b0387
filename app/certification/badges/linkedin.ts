/** What LinkedIn's form for a certification is filled with. */
export type ProfileEntry = {
  name: string;
  issuerName: string;
  issuedAt: Date;
  expiresAt: Date;
  number: string;
  /** Public page of the credential. */
  url: string;
  timeZone: string;
};

/**
 * The address of LinkedIn's "Add licence or certification" form with the fields filled in; nothing
 * is sent before the member presses its button.
 */
export function linkedInAddress(entry: ProfileEntry): string {
  const issued = monthIn(entry.timeZone, entry.issuedAt);
  const expires = monthIn(entry.timeZone, entry.expiresAt);
  const query = new URLSearchParams({
    startTask: "CERTIFICATION_NAME",
    name: entry.name,
    organizationName: entry.issuerName,
    issueYear: issued.year,
    issueMonth: issued.month,
    expirationYear: expires.year,
    expirationMonth: expires.month,
    certUrl: entry.url,
    certId: entry.number,
  });
  return `https://www.linkedin.com/profile/add?${query}`;
}

function monthIn(timeZone: string, moment: Date): { year: string; month: string } {
  const format = new Intl.DateTimeFormat("en-US", { timeZone, year: "numeric", month: "numeric" });
  const parts = Object.fromEntries(
    format.formatToParts(moment).map(({ type, value }) => [type, value]),
  );
  return { year: parts.year ?? "", month: parts.month ?? "" };
}

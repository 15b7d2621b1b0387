import type source from "../ja/credentials.ts";
import type { Translation } from "../translation.ts";

export default {
  "evidence.name": "What the application came to, in totals",
  "evidence.line": "{{what}}: {{came}}",
  "evidence.passed": "passed",
  "criteria.none": "Judged by the vendor’s customer success team",

  "page.title": "Credential of {{holder}}: {{name}}",
  "page.lead": "Issued by {{issuer}}.",
  "page.description":
    "The credential “{{name}}” (number {{number}}) that {{issuer}} issued to {{holder}}. This page tells whether it is valid.",
  "state.live": "Valid",
  "state.expiring": "Valid (expires soon)",
  "state.in-grace": "Expired (can still be renewed)",
  "state.expired": "Expired",
  "state.revoked": "Revoked",
  "state.live.text": "This credential is valid.",
  "state.expiring.text":
    "This credential is valid. Unless it is renewed, it ends on the day given below.",
  "state.in-grace.text":
    "This credential has expired and can still be renewed. Unless that happens by {{date}}, it ends.",
  "state.expired.text": "This credential has expired and is not valid any more.",
  "state.revoked.text": "This credential was revoked on {{date}} and is not valid.",
  "fact.holder": "Holder",
  "fact.certification": "Certification",
  "fact.level": "Level",
  "fact.number": "Number",
  "fact.issued": "Issued",
  "fact.expires": "Expires",
  "fact.issuer": "Issuer",
  level: "Level {{level}}",
  "picture.alt": "Badge: {{name}} (level {{level}}, {{issuer}})",
  "criteria.title": "What it took",
  "criteria.lead": "The requirements at the time of issue.",
  "share.title": "Download and share",
  "share.json": "Credential (JSON)",
  "share.jwt": "Credential (JWT)",
  "share.png": "Badge (PNG)",
  "share.svg": "Badge (SVG)",
  "share.images": "The pictures carry the credential inside: they alone can be verified.",
  "share.address": "Address of this page",
  "share.copy": "Copy address",
  "share.copied": "Copied",
  "share.qr": "QR code that opens this page",
  "share.linkedin": "Add to LinkedIn profile",
  "verify.title": "How to verify this credential",
  "verify.page":
    "Make sure that the address of this page is one of the issuer’s site. The state above is the state of now.",
  "verify.file":
    "Any verifier for Open Badges 3.0 checks a file or picture that you were given; nobody needs to be asked. If a single letter was changed, it fails.",
  "verify.lists":
    "The public keys of the signatures and the lists of revoked credentials are open to everyone. Whoever fetches a list does not tell the issuer which credential it is about.",
  "verify.email":
    "The data name the holder, but hold no e-mail address: a hash tells whether an address that you know already is theirs.",
  "verify.issuer": "Issuer and public keys (JSON)",
  "verify.keys": "Public keys of the JWT (JWKS)",
  "verify.statusList": "List of states (Bitstring Status List)",
  "verify.revocations": "List of revoked credentials (1EdTech)",
  "holder.title": "Your credential",
  "holder.hide": "Hide this page",
  "holder.hide.text":
    "When hidden, this page and its downloads are shown to nobody but you and the vendor’s staff. You stay certified, and files you have given away can still be verified.",
  "holder.show": "Show this page",
  "holder.hidden": "This page is hidden. Only you and the vendor’s staff see it.",
  "staff.hidden": "The holder has hidden this page. Only they and staff see it.",
  hideDone: "The page of your credential is hidden.",
  showDone: "The page of your credential is public.",
} satisfies Translation<typeof source>;

import type { Namespace } from "#app/i18n/namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";

/** What a line of the log says beside who, what and whom: changes as 「前 → 後」. */
export function AuditDetail({ detail }: { detail: Record<string, unknown> }) {
  const { t, i18n } = useTranslation("staff");
  const entries = Object.entries(detail).filter(([, value]) => value !== null && value !== "");
  if (entries.length === 0) return null;
  const label = (key: string) =>
    i18n.exists(`audit.detail.${key}`, { ns: "staff" })
      ? t(`audit.detail.${key}` as "audit.detail.reason")
      : key;
  return (
    <span className="block text-xs text-muted">
      {entries.map(([key, value]) => (
        <span key={key} className="mr-3 inline-block">
          {label(key)}: <DetailValue name={key} value={value} />
        </span>
      ))}
    </span>
  );
}

function DetailValue({ name, value }: { name: string; value: unknown }) {
  const { t, i18n } = useTranslation(["staff", "common"]);
  const inWords = (one: unknown): string => {
    if (one === null || one === undefined || one === "") return t("audit.value.none");
    if (typeof one === "boolean") return t(one ? "audit.value.true" : "audit.value.false");
    if (Array.isArray(one)) return one.map(inWords).join(", ") || t("audit.value.none");
    const [ns, key] = wordKey(name, String(one));
    // The key is built from a stored value, so its type cannot be known.
    return i18n.exists(key, { ns }) ? String(t(key as never, { ns } as never)) : String(one);
  };
  if (typeof value === "object" && value !== null && "from" in value && "to" in value) {
    return (
      <>
        {inWords(value.from)} → {inWords(value.to)}
      </>
    );
  }
  return <>{inWords(value)}</>;
}

/** Where the texts have the words for a value of one of our closed word lists. */
function wordKey(name: string, value: string): [namespace: Namespace, key: string] {
  if (name === "tier" || name === "phase" || name === "role") return ["common", `${name}.${value}`];
  if (name === "defaultQuestionScope") return ["common", `scope.${value}`];
  if (name === "kind") return ["mail", `outbox.kind.${value}`];
  return ["staff", `audit.word.${value}`];
}

import { useTranslation } from "#app/i18n/use-translation.tsx";
import { requirementWords } from "./requirement-words.ts";
import type { Requirement } from "./requirements.ts";

/** What a certification takes, one line each. */
export function RequirementList({ requirements }: { requirements: Requirement[] }) {
  const { t } = useTranslation("certification");
  return (
    <ul className="list-disc space-y-1 pl-5">
      {requirements.map((requirement) => (
        <li key={requirement.kind}>{requirementWords(t, requirement)}</li>
      ))}
    </ul>
  );
}

import { classNames } from "#app/ui/class-names.ts";
import type { Feedback } from "./feedback.ts";

/** What came of the last scan, in words. */
export type Result = { id: number; feedback: Feedback; text: string };

const LOOKS: Record<Feedback, string> = {
  welcome: "border-good bg-good-soft text-good",
  already: "border-wait bg-wait-soft text-wait",
  refused: "border-danger bg-danger-soft text-danger",
};

/** Says it large, and aloud to screen readers; the place is there before there is anything to say. */
export function ResultLine({ result }: { result: Result | undefined }) {
  return (
    <div role="status" aria-live="assertive">
      {result && (
        <p
          key={result.id}
          className={classNames(
            "mb-4 rounded-card border px-4 py-3 text-lg font-bold",
            LOOKS[result.feedback],
          )}
        >
          {result.text}
        </p>
      )}
    </div>
  );
}

import { useTranslation } from "#app/i18n/use-translation.tsx";
import { Button } from "#app/ui/button.tsx";
import { type Task, unsent } from "./queue.ts";
import { asRefusal } from "./refusals.ts";

/** What this device has not told the server yet, and what the server would not have. */
export function WaitingTasks({
  tasks,
  isLoggedOut,
  here,
  onSend,
  onWithdraw,
  onDismiss,
}: {
  tasks: Task[];
  isLoggedOut: boolean;
  /** Address to come back to after logging in. */
  here: string;
  onSend: () => void;
  onWithdraw: (task: Task) => void;
  onDismiss: (task: Task) => void;
}) {
  const { t } = useTranslation("check-in");
  const waiting = unsent(tasks);
  const refused = tasks.filter((task) => task.refused !== undefined);
  return (
    <>
      {refused.length > 0 && (
        <section
          role="alert"
          className="mb-4 rounded-card border border-danger bg-danger-soft px-4 py-3"
        >
          <h2 className="font-semibold text-danger">{t("refused.title")}</h2>
          <ul>
            {refused.map((task) => (
              <li key={task.key} className="flex flex-wrap items-center justify-between gap-x-3">
                <span>
                  <span className="font-semibold">{task.label}</span>{" "}
                  {t(`refused.${asRefusal(task.refused ?? "")}`)}
                </span>
                <Button type="button" size="small" onClick={() => onDismiss(task)}>
                  {t("refused.dismiss")}
                  <span className="sr-only">{task.label}</span>
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
      {waiting.length > 0 && (
        <section className="mb-4 rounded-card border border-wait bg-wait-soft px-4 py-3">
          <div className="flex flex-wrap items-center justify-between gap-x-3">
            <div role="status">
              <h2 className="font-semibold">{t("waiting.title", { count: waiting.length })}</h2>
            </div>
            <Button type="button" size="small" onClick={onSend}>
              {t("waiting.send")}
            </Button>
          </div>
          {isLoggedOut ? (
            <p className="text-sm font-semibold text-danger">
              {t("waiting.loggedOut")}{" "}
              <a href={`/login?${new URLSearchParams({ redirectTo: here })}`} className="underline">
                {t("waiting.logIn")}
              </a>
            </p>
          ) : (
            <p className="text-sm">{t("waiting.text")}</p>
          )}
          <ul className="mt-1 text-sm">
            {waiting.map((task) => (
              <li key={task.key} className="flex flex-wrap items-center justify-between gap-x-3">
                <span>
                  {t(task.kind === "check-in" ? "waiting.of" : "waiting.undoOf", {
                    name: task.label,
                  })}
                </span>
                {task.kind === "check-in" && (
                  <Button
                    type="button"
                    variant="bare"
                    size="small"
                    onClick={() => onWithdraw(task)}
                  >
                    <span aria-hidden="true">{t("waiting.dropShort")}</span>
                    <span className="sr-only">{t("waiting.drop", { name: task.label })}</span>
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

import { Clock } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { useClock } from "#app/ui/date-time.tsx";

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
/** At so many minutes before the end the time left is said aloud. */
const ANNOUNCED = [10, 5, 1];

/**
 * The time that is left by the server's clock. Without scripts it is that of when the page was made;
 * with them it runs, and is said to screen readers a few times only.
 *
 * @param now the server's clock when the page was made
 */
export function TimeLeft({
  deadlineAt,
  now,
  onTimeUp,
}: {
  deadlineAt: Date;
  now: Date;
  onTimeUp: () => void;
}) {
  const { t, i18n } = useTranslation("exams");
  const { timeZone } = useClock();
  const given = Math.max(0, deadlineAt.getTime() - now.getTime());
  const [left, setLeft] = useState(given);
  const [message, setMessage] = useState("");
  // biome-ignore lint/correctness/useExhaustiveDependencies: words and what follows do not restart the clock
  useEffect(() => {
    // The browser's own clock may be wrong, but it runs as fast as the server's.
    const end = Date.now() + given;
    let last = given;
    const tick = () => {
      const rest = Math.max(0, end - Date.now());
      const passed = ANNOUNCED.find(
        (minutes) => rest <= minutes * MINUTE && minutes * MINUTE < last,
      );
      if (passed !== undefined) setMessage(t("sit.minutesLeft", { count: passed }));
      last = rest;
      setLeft(rest);
      if (rest > 0) return;
      clearInterval(timer);
      setMessage(t("sit.timeUp"));
      onTimeUp();
    };
    const timer = setInterval(tick, SECOND);
    document.addEventListener("visibilitychange", tick);
    tick();
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", tick);
    };
  }, [given, deadlineAt.getTime()]);
  const until = new Intl.DateTimeFormat(i18n.language, { timeStyle: "short", timeZone }).format(
    deadlineAt,
  );
  return (
    <p className="flex flex-wrap items-center gap-x-2 text-sm">
      <Clock size={16} aria-hidden="true" />
      <span>{t("sit.timeLeft")}</span>
      <span
        role="timer"
        className={`text-base font-bold tabular-nums ${left <= 5 * MINUTE ? "text-danger" : ""}`}
      >
        {clockText(left)}
      </span>
      <span className="text-muted">{t("sit.until", { time: until })}</span>
      <span aria-live="polite" className="sr-only">
        {message}
      </span>
    </p>
  );
}

/** Milliseconds as `39:05`, and `1:02:00` from an hour on. */
export function clockText(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / SECOND);
  const two = (value: number) => String(value).padStart(2, "0");
  const hours = Math.floor(seconds / 3_600);
  const rest = `${two(Math.floor((seconds % 3_600) / 60))}:${two(seconds % 60)}`;
  return hours > 0 ? `${hours}:${rest}` : rest;
}

const BAR_WIDTH = 24;
const REDRAW_EVERY = 100;
const LINE_EVERY = 5_000;

type Output = { isTTY?: boolean; write(text: string): unknown };

export type Progress = {
  /** Call when `bytes` and `rows` more have been worked off in the named file. */
  advance(fileName: string, bytes: number, rows: number): void;
  /** Clears the bar; in a log, writes a last line when everything has been worked off. */
  finish(): void;
};

/**
 * Shows how far a reading of `totalBytes` has come: a bar that is redrawn in place on a terminal,
 * a line now and then in a log. `clock` gives milliseconds.
 */
export function showProgress(
  output: Output,
  totalBytes: number,
  clock: () => number = () => performance.now(),
): Progress {
  const begun = clock();
  const interval = output.isTTY ? REDRAW_EVERY : LINE_EVERY;
  let shownAt = output.isTTY ? Number.NEGATIVE_INFINITY : begun;
  let bytes = 0;
  let rows = 0;
  let file = "";

  const line = () => {
    const share = totalBytes > 0 ? Math.min(1, bytes / totalBytes) : 1;
    const seconds = (clock() - begun) / 1000;
    const left = share > 0 ? (seconds * (1 - share)) / share : 0;
    const figures = `${megabytes(bytes)} of ${megabytes(totalBytes)} MB  ${rows.toLocaleString("en-US")} rows  ${file}  ${duration(left)} left`;
    const percent = `${Math.floor(share * 100)} %`.padStart(5);
    if (!output.isTTY) return `${percent}  ${figures}`;
    const filled = Math.round(share * BAR_WIDTH);
    return `${"█".repeat(filled)}${"░".repeat(BAR_WIDTH - filled)} ${percent}  ${figures}`;
  };

  return {
    advance(fileName, moreBytes, moreRows) {
      bytes += moreBytes;
      rows += moreRows;
      file = fileName;
      if (clock() - shownAt < interval) return;
      shownAt = clock();
      output.write(output.isTTY ? `\r${line()}\u001b[K` : `${line()}\n`);
    },
    finish() {
      if (output.isTTY) output.write("\r\u001b[K");
      else if (bytes >= totalBytes) output.write(`${line()}\n`);
    },
  };
}

function megabytes(bytes: number): string {
  return (bytes / 2 ** 20).toFixed(1);
}

function duration(seconds: number): string {
  const whole = Math.ceil(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

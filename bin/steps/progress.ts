/** Shows how far a long step has come: a line that rewrites itself, or now and then a new one. */
export function showProgress(stream: NodeJS.WriteStream = process.stderr) {
  let shown = -1;
  const step = stream.isTTY ? 1 : 25;
  return {
    advance(done: number, total: number): void {
      const percent = Math.floor(((done / total) * 100) / step) * step;
      if (percent === shown) return;
      shown = percent;
      stream.write(stream.isTTY ? `\r  ${String(percent).padStart(3)} %` : `  ${percent} %\n`);
    },
    finish(): void {
      if (shown >= 0 && stream.isTTY) stream.write("\r\x1b[K");
    },
  };
}

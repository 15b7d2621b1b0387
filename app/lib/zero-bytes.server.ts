import { Transform } from "node:stream";

/**
 * Takes zero bytes out of HTML on its way to the browser. React 18 sends its whole buffer when the
 * next character of several bytes no longer fits, and what was never written of it is zeros: in a
 * Japanese page about one buffer of two, shown as U+FFFD and a mismatch when scripts take over.
 * HTML has no use for U+0000, so nothing else can get lost. (facebook/react, issue 24985; React 19
 * is mended.)
 */
export function withoutZeroBytes(): Transform {
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      done(null, chunk.includes(0) ? chunk.filter((byte) => byte !== 0) : chunk);
    },
  });
}

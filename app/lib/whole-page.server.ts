import { Writable } from "node:stream";

/**
 * Takes the HTML that React writes, in pieces of 2 KB, and hands it on as one. A page that is there
 * as a whole would cost half as much again if each piece were sent and compressed by itself.
 *
 * React 18 sends its whole buffer when the next character of several bytes no longer fits, and what
 * was never written of it is zeros: in a Japanese page at the end of about one piece of two, shown
 * as U+FFFD and a mismatch when scripts take over. HTML has no use for U+0000, so nothing else can
 * get lost. (facebook/react, issue 24985; React 19 is mended.)
 */
export function wholePage(onWhole: (page: Buffer<ArrayBuffer>) => void): Writable {
  const pieces: Buffer[] = [];
  return new Writable({
    write(piece: Buffer, _encoding, done) {
      let end = piece.length;
      while (piece[end - 1] === 0) end -= 1;
      pieces.push(piece.subarray(0, end));
      done();
    },
    final(done) {
      onWhole(Buffer.concat(pieces));
      done();
    },
  });
}

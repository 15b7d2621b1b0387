/** Whether bytes begin as a PDF does (ISO 32000-2, 7.5.2). */
export function isPdf(bytes: Uint8Array): boolean {
  return String.fromCharCode(...bytes.subarray(0, 5)) === "%PDF-";
}

/** Paths whose requests may carry a file; all others are for words. */
const UPLOADS = [
  /^\/files$/,
  /^\/settings\/profile/,
  /^\/applications\/\d+\/works\/new$/,
  /^\/staff\/certifications\/\d+\/badge$/,
  /^\/events\/\d+\/(cover|materials)$/,
];

/** Whether a request to a path may be as long as an upload is. */
export function isUploadPath(path: string): boolean {
  return UPLOADS.some((pattern) => pattern.test(path));
}

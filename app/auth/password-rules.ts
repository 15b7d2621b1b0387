export const PASSWORD_MIN = 10;
export const PASSWORD_MAX = 200;

export type PasswordProblem = "too-short" | "too-long" | "is-email" | "common";

// Long enough for the length rule and yet first in every guesser's list.
const COMMON = new Set([
  "1234567890",
  "0123456789",
  "0987654321",
  "9876543210",
  "1234512345",
  "12345678910",
  "123456789a",
  "1q2w3e4r5t",
  "1qaz2wsx3edc",
  "qwertyuiop",
  "qwerty12345",
  "qwerty123456",
  "asdfghjkl1",
  "abcdefghij",
  "abcd123456",
  "password12",
  "password123",
  "password1234",
  "passw0rd123",
  "p@ssw0rd123",
  "p@ssword123",
  "administrator",
  "admin12345",
  "adminadmin",
  "changeme123",
  "welcome123",
  "letmein123",
  "iloveyou123",
  "sakura1234",
  "nihon12345",
  "konnichiwa",
  "pasuwaado1",
  "portal12345",
  "community1",
]);

/**
 * What is wrong with a new password, if anything. Length in characters, counted after NFKC (which
 * also is what gets hashed, so that full-width input logs in from another keyboard).
 */
export function passwordProblem(
  password: string,
  { email }: { email?: string | null },
): PasswordProblem | undefined {
  const normal = password.normalize("NFKC");
  const length = [...normal].length;
  if (length < PASSWORD_MIN) return "too-short";
  if (length > PASSWORD_MAX) return "too-long";
  const plain = normal.toLowerCase();
  if (email) {
    const address = email.toLowerCase();
    if (plain === address || plain === address.split("@")[0]) return "is-email";
  }
  if (COMMON.has(plain) || new Set(plain).size < 4) return "common";
  return undefined;
}

import type { BrowserContext } from "@playwright/test";

export type Watch = {
  /** Follows everything that goes wrong in the pages of a context. */
  follow(context: BrowserContext): Promise<void>;
  /** Declares a problem that the test provokes on purpose. */
  expectProblem(pattern: RegExp): void;
  /** What went wrong and was not declared. */
  unexpected(): string[];
};

/** What a page says when a newer navigation overtakes one that is under way. */
const OVERTAKEN = /^console: AbortError: signal is aborted without reason/;

/** Notes errors in the console, uncaught exceptions, violations of the CSP and failing requests. */
export function watchProblems(): Watch {
  const problems: string[] = [];
  const expected: RegExp[] = [OVERTAKEN];
  return {
    async follow(context) {
      context.on("console", (message) => {
        if (message.type() === "error") {
          problems.push(`console: ${message.text()} (${message.location().url})`);
        }
      });
      context.on("weberror", (error) => problems.push(`exception: ${error.error().stack}`));
      context.on("response", (response) => {
        if (response.status() >= 500) problems.push(`${response.status()}: ${response.url()}`);
      });
      await context.addInitScript(() => {
        addEventListener("securitypolicyviolation", (event) => {
          console.error(`CSP: ${event.violatedDirective} blocked ${event.blockedURI}`);
        });
      });
    },
    expectProblem: (pattern) => expected.push(pattern),
    unexpected: () => problems.filter((text) => !expected.some((pattern) => pattern.test(text))),
  };
}

import { type Config, readConfig } from "./config.server.ts";

let config: Config | undefined;

/** The settings of this process, read once. */
export function currentConfig(): Config {
  config ??= readConfig();
  return config;
}

/** An absolute address of the portal, for mails: `portalUrl("/login")`. */
export function portalUrl(path: string): string {
  return new URL(path, currentConfig().publicUrl).href;
}

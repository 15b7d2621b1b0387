import { resolve } from "node:path";
import { z } from "zod";

const webAddress = z.url({ protocol: /^https?$/, error: "must be an http(s) address" });

/** An unset and an empty variable mean the same. */
const filled = (value: unknown) => (value === "" ? undefined : value);
const optional = <T extends z.ZodType>(type: T) => z.preprocess(filled, type.optional());

const environment = z.object({
  NODE_ENV: z.enum(["production", "development", "test"]).default("production"),
  PORT: z.preprocess(
    filled,
    z.coerce
      .number({ error: "must be a number between 0 and 65535" })
      .int({ error: "must be a whole number" })
      .min(0, { error: "must be between 0 and 65535" })
      .max(65_535, { error: "must be between 0 and 65535" })
      .default(3000),
  ),
  HOST: z.preprocess(filled, z.string().default("127.0.0.1")),
  PUBLIC_URL: optional(webAddress),
  ALLOWED_HOSTS: optional(z.string()),
  TRUST_PROXY: optional(
    z.string().regex(/^(\d{1,2}|[\da-fA-F.:/, ]+|loopback)$/, {
      error: "must be a number of proxies or a list of their addresses",
    }),
  ),
  DATABASE_URL: optional(
    z.url({
      protocol: /^postgres(ql)?$/,
      error: "must look like postgres://user:password@host/name",
    }),
  ),
  DATABASE_POOL: z.preprocess(
    filled,
    z.coerce
      .number({ error: "must be a number between 2 and 100" })
      .int()
      .min(2, { error: "must be at least 2" })
      .max(100, { error: "must be at most 100" })
      .default(10),
  ),
  DATA_DIR: z.preprocess(filled, z.string().default("data")),
  PORTAL_SEED: z.preprocess(
    filled,
    z.enum(["demo", "none"], { error: 'must be "demo" or "none"' }).default("demo"),
  ),
  PORTAL_PROCESS: z.preprocess(
    filled,
    z.enum(["all", "web", "worker"], { error: 'must be "all", "web" or "worker"' }).default("all"),
  ),
  SMTP_URL: optional(
    z.url({ protocol: /^smtps?$/, error: "must look like smtp://user:password@host:587" }),
  ),
  MAIL_FROM: z.preprocess(
    filled,
    z.email({ error: "must be an e-mail address" }).default("community@portal.example"),
  ),
  S3_BUCKET: optional(z.string()),
  S3_REGION: optional(z.string()),
  S3_ENDPOINT: optional(webAddress),
  SIGNING_KEY_SECRET: optional(z.string().min(32, { error: "must have at least 32 characters" })),
  METRICS_TOKEN: optional(z.string().min(16, { error: "must have at least 16 characters" })),
  LOG_LEVEL: z.preprocess(
    filled,
    z
      .enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"], {
        error: "must be fatal, error, warn, info, debug, trace or silent",
      })
      .default("info"),
  ),
});

export type Config = ReturnType<typeof readConfig>;

export class ConfigError extends Error {}

/**
 * Reads the settings from environment variables; `.env.example` explains each.
 *
 * @throws ConfigError with one line that names every wrong variable and what it must be
 */
export function readConfig(env: Record<string, string | undefined> = process.env) {
  const parsed = environment.safeParse(env);
  if (!parsed.success) {
    const wrong = parsed.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`);
    throw new ConfigError(`Wrong setting: ${wrong.join("; ")}.`);
  }
  const e = parsed.data;
  const publicUrl = new URL(e.PUBLIC_URL ?? `http://localhost:${e.PORT}`);
  return {
    production: e.NODE_ENV === "production",
    port: e.PORT,
    host: e.HOST,
    publicUrl,
    allowedHosts: [
      publicUrl.host,
      // Without PUBLIC_URL the portal serves this machine only, under either of its two names.
      ...(e.PUBLIC_URL ? [] : [`127.0.0.1:${e.PORT}`]),
      ...list(e.ALLOWED_HOSTS),
    ],
    trustProxy: trustedProxies(e.TRUST_PROXY),
    databaseUrl: e.DATABASE_URL,
    databasePool: e.DATABASE_POOL,
    dataDir: resolve(e.DATA_DIR),
    seed: e.PORTAL_SEED,
    process: e.PORTAL_PROCESS,
    smtpUrl: e.SMTP_URL,
    mailFrom: e.MAIL_FROM,
    s3: e.S3_BUCKET
      ? { bucket: e.S3_BUCKET, region: e.S3_REGION ?? "us-east-1", endpoint: e.S3_ENDPOINT }
      : undefined,
    signingKeySecret: e.SIGNING_KEY_SECRET,
    metricsToken: e.METRICS_TOKEN,
    logLevel: e.LOG_LEVEL,
  };
}

function list(value: string | undefined): string[] {
  return (value ?? "")
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

function trustedProxies(value: string | undefined): false | number | string[] {
  if (!value) return false;
  return /^\d+$/.test(value) ? Number(value) : list(value);
}

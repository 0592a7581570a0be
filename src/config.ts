import { z } from "zod";
import { gateFormat } from "./bots/gate-settings.ts";
import { jsonSettings } from "./config-json.ts";
import { budgetFormat } from "./model/budget.ts";
import type { SeasonMonths } from "./standings/seasons.ts";

/** The settings of one process, from its environment. Frozen. */
export type Config = Readonly<z.output<typeof format>>;

/** Says every wrong variable at once; the operator's to mend. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
}

const url = z.url({ protocol: /^https?$/ });
const withoutEndSlash = (text: string): string => text.replace(/\/+$/, "");

const isPlain = (text: string): boolean => {
  const { username, password, search, hash } = URL.parse(text) ?? {};
  return [username, password, search, hash].every((part) => part === "");
};

const optional = <T extends z.ZodType>(format: T) =>
  z.preprocess((value) => (value === "" ? undefined : value), format.optional());

const flag = z
  .enum(["true", "false", "1", "0", ""])
  .default("false")
  .transform((text) => text === "true" || text === "1");

const together = (
  config: Readonly<Record<string, unknown>>,
  names: readonly string[],
  context: z.RefinementCtx,
): void => {
  const missing = names.filter((name) => config[name] === undefined);
  if (missing.length === 0 || missing.length === names.length) return;
  for (const name of missing) {
    const others = names.filter((other) => other !== name).join(" and ");
    context.addIssue({ code: "custom", path: [name], message: `must be set together with ${others}` });
  }
};

const fields = z.object({
  PORT: z.preprocess(
    (value) => (value === "" ? undefined : value),
    z.coerce.number().int().min(0).max(65_535).default(2567),
  ),
  HOST: z.string().min(1).default("0.0.0.0"),
  DATA_DIR: z.string().min(1).default("./data"),
  DATABASE_URL: optional(z.union([z.literal("memory"), z.url({ protocol: /^postgres(ql)?$/ })])),
  REDIS_URL: optional(z.url({ protocol: /^rediss?$/ })),
  PUBLIC_ADDRESS: optional(z.string().regex(/^[\w.[\]:-]+(\/[\w/-]*)?$/, "must be host[:port][/path]")),
  INTERNAL_ADDRESS: optional(z.string().regex(/^[\w.[\]:-]+$/, "must be host[:port]")),
  WEBHOOK_ALLOW_PRIVATE: flag,
  SMTP_URL: optional(z.url({ protocol: /^smtps?$/ })),
  SMTP_FROM: optional(z.string().min(3).max(200)),
  AUTH_JWKS_URL: optional(url),
  AUTH_ISSUER: optional(z.string().min(1)),
  AUTH_AUDIENCE: optional(z.string().min(1)),
  OPENTDB_URL: z.preprocess(
    (value) => (value === "" ? undefined : value),
    z.union([z.literal("off"), url], 'must be an address, or "off"').default("https://opentdb.com"),
  ),
  UNSPLASH_ACCESS_KEY: optional(z.string().regex(/^[\w-]{10,200}$/, "must be an access key of Unsplash")),
  UNSPLASH_URL: optional(url),
  OPENAI_API_KEY: optional(z.string().regex(/^[!-~]+$/, "must be letters, digits and signs without spaces")),
  OPENAI_BASE_URL: optional(
    url.refine(isPlain, "must hold no name, password, query or fragment").transform(withoutEndSlash),
  ),
  OPENAI_MODEL: optional(z.string().min(1).max(200)),
  OPENAI_MODERATION: z.preprocess(
    (value) => (value === "" ? undefined : value),
    z.enum(["off", "post", "pre"]).default("off"),
  ),
  OPENAI_MODERATION_MODEL: optional(z.string().min(1).max(200)),
  SPEECH_MODEL: optional(z.string().min(1).max(200)),
  SPEECH_VOICE: z.preprocess(
    (value) => (value === "" ? undefined : value),
    z
      .string()
      .regex(/^[\w.-]{1,60}$/, "must be the name of a voice")
      .default("alloy"),
  ),
  TRANSCRIPTION_MODEL: optional(z.string().min(1).max(200)),
  MODEL_BUDGET: jsonSettings(budgetFormat),
  MODEL_PRICE_PER_MILLION: optional(z.coerce.number().min(0).max(1_000_000)),
  MODEL_CURRENCY: z.preprocess(
    (value) => (value === "" ? undefined : value),
    z
      .string()
      .regex(/^[A-Z]{3}$/, "must be three capital letters, such as USD")
      .default("USD"),
  ),
  BOT_GATE: jsonSettings(gateFormat),
  DRAIN_SECONDS: z.coerce.number().min(0).max(600).default(20),
  LOBBY_DAYS: z.coerce.number().positive().max(3650).default(30),
  PUBLIC_URL: optional(url.transform(withoutEndSlash)),
  ALLOWED_ORIGINS: z
    .string()
    .default("")
    .transform((text) =>
      text
        .split(",")
        .map((origin) => origin.trim())
        .filter(Boolean),
    )
    .pipe(z.array(url.transform((text) => new URL(text).origin))),
  TRUST_PROXY: flag,
  JWT_SECRET: optional(z.string().refine((text) => Buffer.byteLength(text) >= 32, "must have at least 32 bytes")),
  ADMIN_PASSWORD: optional(z.string().min(8, "must have at least 8 characters")),
  SEASON_MONTHS: z.preprocess(
    (value) => (value === "" || value === undefined ? "3" : value),
    z
      .enum(["0", "1", "3", "6", "12"], "must be 1, 3, 6, 12, or 0 for none")
      .transform((text) => Number(text) as SeasonMonths),
  ),
  MAX_LOBBIES: z.coerce.number().int().min(1).default(2000),
  OTEL_EXPORTER_OTLP_ENDPOINT: optional(url.transform(withoutEndSlash)),
  OTEL_EXPORTER_OTLP_HEADERS: optional(z.string().max(4000)),
  OTEL_SERVICE_NAME: z.preprocess((value) => (value === "" ? undefined : value), z.string().max(200).default("parlor")),
  OTEL_TRACES_SAMPLER_ARG: z.preprocess(
    (value) => (value === "" ? undefined : value),
    z.coerce.number().min(0).max(1).default(1),
  ),
  /** Folders outside the repository, each with a mode. */
  MODES: z
    .string()
    .default("")
    .transform((text) =>
      text
        .split(",")
        .map((folder) => folder.trim())
        .filter(Boolean),
    )
    .pipe(z.array(z.string().max(1000)).max(20)),
  LOG_LEVEL: z.enum(["trace", "debug", "info", "warn", "error", "fatal", "silent"]).default("info"),
});

const format = fields.superRefine((config, context) => {
  together(config, ["AUTH_JWKS_URL", "AUTH_ISSUER", "AUTH_AUDIENCE"], context);
  if (config.SMTP_URL !== undefined) together(config, ["SMTP_URL", "PUBLIC_URL"], context);
  const hasServer = config.OPENAI_API_KEY !== undefined || config.OPENAI_BASE_URL !== undefined;
  if (config.OPENAI_MODERATION !== "off" && !hasServer) {
    const message = "must be set together with OPENAI_API_KEY or OPENAI_BASE_URL";
    context.addIssue({ code: "custom", path: ["OPENAI_MODERATION"], message });
  }
  for (const name of ["SPEECH_MODEL", "TRANSCRIPTION_MODEL"] as const) {
    const message = "must be set together with OPENAI_API_KEY or OPENAI_BASE_URL";
    if (config[name] !== undefined && !hasServer) context.addIssue({ code: "custom", path: [name], message });
  }
});

/** Reads the configuration, or throws one ConfigError that names every wrong variable. */
export const readConfig = (environment: Readonly<Record<string, string | undefined>>): Config => {
  const parsed = format.safeParse(environment);
  if (parsed.success) return Object.freeze(parsed.data);
  const lines = parsed.error.issues.map((issue) => `  ${issue.path[0]?.toString() ?? "?"}: ${issue.message}`);
  throw new ConfigError(`These settings are wrong:\n${lines.join("\n")}`);
};

import { isKey } from "./text/say.ts";

/** The code with which the server refused something; undefined when it could not be asked at all. */
export const refusalCode = (error: unknown): string | undefined => {
  if (typeof error !== "object" || error === null) return undefined;
  const { reason, data, message } = error as { reason?: unknown; data?: unknown; message?: unknown };
  const inBody = (data as { error?: unknown } | undefined)?.error;
  return codeIn(reason) ?? codeIn(inBody) ?? (isCode(message) ? message : undefined);
};

const codeIn = (value: unknown): string | undefined => {
  const code = (value as { code?: unknown } | null | undefined)?.code;
  return typeof code === "string" ? code : undefined;
};

const isCode = (word: unknown): word is string => typeof word === "string" && isKey(`play:refused.${word}`);

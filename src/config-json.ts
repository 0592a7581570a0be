import { z } from "zod";

const longest = 10_000;

/** Settings that belong together, as JSON in one variable; "" is none of them. A wrong one is named with what is wrong. */
export const jsonSettings = <T>(format: z.ZodType<T>) =>
  z
    .string()
    .max(longest)
    .default("")
    .transform((text, context): T => {
      const json = text.trim() === "" ? {} : parsedJson(text);
      if (json === undefined) {
        context.addIssue({ code: "custom", message: "must be JSON" });
        return z.NEVER;
      }
      const parsed = format.safeParse(json);
      if (parsed.success) return parsed.data;
      for (const { path, message } of parsed.error.issues) {
        const key = path.join(".");
        context.addIssue({ code: "custom", message: key === "" ? message : `${key}: ${message}` });
      }
      return z.NEVER;
    });

/** Undefined for what isn't JSON. */
const parsedJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

import { z } from "zod";

const mostCharacters = 200;
const format = z.email().max(mostCharacters);

/**
 * An e-mail address in the one way it is stored and looked for: trimmed, in lower case. Undefined when it is none.
 * Only ASCII is taken: look-alike letters would make two accounts that people can't tell apart, and mail servers
 * that take others are rare. The check comes before the change of case, which turns some other letters into ASCII.
 */
export const readEmail = (text: string): string | undefined => {
  const trimmed = text.trim();
  return format.safeParse(trimmed).success ? trimmed.toLowerCase() : undefined;
};

/** An e-mail address in a body. */
export const emailFormat = z
  .string()
  .max(mostCharacters)
  .transform((text, context) => {
    const email = readEmail(text);
    if (email !== undefined) return email;
    context.addIssue({ code: "custom", message: "is not an e-mail address that can be used here" });
    return z.NEVER;
  });

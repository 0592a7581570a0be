import { z } from "zod";
import { emailFormat } from "./emails.ts";

const device = z.string().max(1000).optional();
const nameOption = z.looseObject({ name: z.string().max(200).optional(), device }).nullish();
/** Bounded, because hashing costs time and memory by length, too. */
const newPassword = z.string().min(8, "must have at least 8 characters").max(200, "must have at most 200 characters");
const token = (most: number) => z.string().min(1).max(most);

/** The bodies of the routes under `/auth`. Loose where the SDK sends more. */
export const anonymousFormat = z.looseObject({ options: nameOption }).optional();
export const registerFormat = z.looseObject({ email: emailFormat, password: newPassword, options: nameOption });
export const loginFormat = z.looseObject({
  email: z.string().min(1).max(200),
  password: z.string().min(1).max(200),
  device,
});
export const forgotFormat = z.looseObject({ email: emailFormat });
export const resetFormat = z.object({ token: token(100), password: newPassword });
export const deleteFormat = z.object({ password: z.string().max(200).optional() });
export const exchangeFormat = z.object({ token: token(8192) });

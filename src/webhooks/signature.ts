import { createHmac, randomBytes } from "node:crypto";

/** Signing as Standard Webhooks asks for: https://www.standardwebhooks.com */

const prefix = "whsec_";

export const newSecret = (): string => prefix + randomBytes(24).toString("base64");

/** The headers that let a receiver check a body, tell how old it is, and know one it has had already. `at` in ms. */
export const signedHeaders = (secret: string, id: string, at: number, body: string) => {
  const timestamp = Math.floor(at / 1000);
  const key = Buffer.from(secret.slice(prefix.length), "base64");
  const signature = createHmac("sha256", key).update(`${id}.${timestamp}.${body}`).digest("base64");
  return { "webhook-id": id, "webhook-timestamp": String(timestamp), "webhook-signature": `v1,${signature}` };
};

import { argon2, randomBytes, timingSafeEqual } from "node:crypto";

/** argon2id with the least cost OWASP's password sheet recommends: 19 MiB, 2 passes, 1 lane. */
const cost = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 } as const;

const saltBytes = 16;

const derive = (password: string, nonce: Buffer): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    argon2("argon2id", { message: password, nonce, ...cost }, (error, tag) => (error ? reject(error) : resolve(tag)));
  });

/** A salted hash of a password, as text that also says how it was made. */
export const hashPassword = async (password: string): Promise<string> => {
  const nonce = randomBytes(saltBytes);
  const tag = await derive(password, nonce);
  return `argon2id$19456$2$1$${nonce.toString("base64url")}$${tag.toString("base64url")}`;
};

/** Whether this is the password that was hashed; a malformed hash fits no password. */
export const isPassword = async (password: string, hash: string): Promise<boolean> => {
  const [name, memory, passes, lanes, nonce, tag] = hash.split("$");
  if (name !== "argon2id" || memory !== "19456" || passes !== "2" || lanes !== "1") return false;
  if (nonce === undefined || tag === undefined) return false;
  const expected = Buffer.from(tag, "base64url");
  const salt = Buffer.from(nonce, "base64url");
  if (salt.length !== saltBytes) return false;
  const given = await derive(password, salt);
  return given.length === expected.length && timingSafeEqual(given, expected);
};

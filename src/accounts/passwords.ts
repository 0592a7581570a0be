import { argon2, randomBytes, timingSafeEqual } from "node:crypto";

/** argon2id with the least cost OWASP's password sheet recommends: 19 MiB, 2 passes, 1 lane. */
const cost = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 } as const;

const saltBytes = 16;

/** Hashing runs on the threads that files and names are read by, too, of which there are four. */
const mostAtOnce = 2;
const mostWaiting = 50;
let running = 0;
const waiting: (() => void)[] = [];

/** More passwords than this process can hash in a second or two. */
export class PasswordsBusy extends Error {
  override readonly name = "PasswordsBusy";
}

const derive = async (password: string, nonce: Buffer): Promise<Buffer> => {
  if (running < mostAtOnce) running += 1;
  else if (waiting.length < mostWaiting) await new Promise<void>((resolve) => waiting.push(resolve));
  else throw new PasswordsBusy("Too many passwords wait to be hashed");
  try {
    return await argon2id(password, nonce);
  } finally {
    // Whoever waits longest takes over the place.
    const next = waiting.shift();
    if (next === undefined) running -= 1;
    else next();
  }
};

/** Keyboards differ in how they write an accent; the password is the same. */
const argon2id = (password: string, nonce: Buffer): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const message = password.normalize("NFC");
    argon2("argon2id", { message, nonce, ...cost }, (error, tag) => (error ? reject(error) : resolve(tag)));
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

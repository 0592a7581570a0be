import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from "jose";

type Key = Awaited<ReturnType<typeof generateKeyPair>> & { readonly algorithm: string; readonly id: string };

/** Somebody else who signs people in, and publishes the keys. */
export type Issuer = {
  readonly name: string;
  readonly jwksUrl: string;
  /** A token about these claims, good for us unless changed; `key` is one of `keys`. */
  readonly sign: (claims: JWTPayload, options?: SignOptions) => Promise<string>;
  readonly keys: Readonly<Record<"RS256" | "ES256" | "EdDSA" | "strange", Key>>;
  /** How often the keys were asked for. */
  readonly asked: () => number;
  /** What is answered in the place of the keys: a status, or a body that is none. */
  readonly answer: (status: number, body?: string) => void;
  readonly close: () => Promise<void>;
};

type SignOptions = { readonly key?: Key; readonly header?: object };

export const audience = "parlor";

const keyOf = async (algorithm: string, id = algorithm): Promise<Key> => ({
  ...(await generateKeyPair(algorithm, { extractable: true })),
  algorithm,
  id,
});

/** Without `alg`, as some issuers publish them: then only we say which algorithms count. */
const publicJwk = async ({ publicKey, id }: Key) => ({ ...(await exportJWK(publicKey)), use: "sig", kid: id });

/** An issuer with three keys published and one that is not. `now` is in ms. */
export const startIssuer = async (now: () => number = Date.now): Promise<Issuer> => {
  const keys = {
    RS256: await keyOf("RS256"),
    ES256: await keyOf("ES256"),
    EdDSA: await keyOf("EdDSA"),
    strange: await keyOf("RS256", "strange"),
  };
  const set = JSON.stringify({ keys: await Promise.all([keys.RS256, keys.ES256, keys.EdDSA].map(publicJwk)) });
  let asked = 0;
  let status = 200;
  let body: string | undefined;
  const server = createServer((_request, response) => {
    asked += 1;
    response.writeHead(status, { "content-type": "application/json" }).end(body ?? set);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    name: url,
    jwksUrl: `${url}/keys`,
    keys,
    sign: async (claims, { key = keys.RS256, header = {} } = {}) => {
      const at = Math.floor(now() / 1000);
      const usual = { iss: url, aud: audience, iat: at, exp: at + 60 };
      return new SignJWT({ ...usual, ...claims })
        .setProtectedHeader({ alg: key.algorithm, kid: key.id, ...header })
        .sign(key.privateKey);
    },
    asked: () => asked,
    answer: (newStatus, newBody) => {
      status = newStatus;
      body = newBody;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};

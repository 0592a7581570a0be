import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { createRouter, toNodeHandler } from "@colyseus/core";
import type { Accounts } from "../../src/accounts/accounts.ts";
import { type Identities, identitiesOf } from "../../src/accounts/identities.ts";
import { memoryAccounts } from "../../src/accounts/memory.ts";
import { hashPassword } from "../../src/accounts/passwords.ts";
import { tokensOf } from "../../src/accounts/tokens.ts";
import { accountRoutes, authRoutes } from "../../src/http/auth-routes.ts";
import type { PlayerId } from "../../src/core/ids.ts";
import { Running } from "../../rooms/running.ts";
import type { HttpContext } from "../../src/http/context.ts";
import { routerErrors } from "../../src/http/endpoint.ts";
import { limitMakerOf, limitsOf } from "../../src/http/limits.ts";
import { guardRequests } from "../../src/http/listener.ts";
import { originsOf } from "../../src/http/origins.ts";
import { adminPassword, jwtSecret, type TestApp } from "./app.ts";
import { Clock } from "./clock.ts";
import { call, type CallOptions } from "./http.ts";
import { audience, type Issuer, startIssuer } from "./issuer.ts";
import { type Mailbox, startMailbox } from "./mail.ts";

/** The routes of identity alone, on a free port, with a mail server and an outside issuer of our own. */
export type MailApp = {
  readonly app: TestApp;
  readonly clock: Clock;
  readonly mailbox: Mailbox;
  readonly issuer: Issuer;
  readonly accounts: Accounts;
  readonly identities: Identities;
  readonly warnings: readonly string[];
  /** POST from an address that nobody has asked from before, unless one is given. */
  readonly post: (path: string, body: unknown, options?: PostOptions) => ReturnType<typeof call>;
  readonly close: () => Promise<void>;
};

type PostOptions = Omit<CallOptions, "body" | "headers"> & { readonly from?: string };

export type MailAppOptions = {
  readonly accounts?: Accounts;
  /** Without mail and without an issuer, as a server comes. */
  readonly bare?: boolean;
};

let adminHash: Promise<string> | undefined;
let addresses = 0;

export const startMailApp = async ({
  accounts = memoryAccounts(),
  bare = false,
}: MailAppOptions = {}): Promise<MailApp> => {
  const clock = new Clock();
  const { now } = clock;
  const mailbox = await startMailbox();
  const issuer = await startIssuer(now);
  const errors: object[] = [];
  const warnings: string[] = [];
  const silent = () => {};
  const log = {
    debug: silent,
    info: silent,
    warn: (_fields: object | string, message = "") => void warnings.push(message),
    error: (fields: object | string) => void errors.push(Object(fields) as object),
  };
  const tokens = tokensOf(jwtSecret, now);
  let ids = 0;
  const identities = identitiesOf({
    accounts,
    tokens,
    now,
    log,
    mail: bare ? undefined : { url: mailbox.url, publicUrl: "https://quiz.example.org" },
    issuer: bare ? undefined : { jwksUrl: issuer.jwksUrl, issuer: issuer.name, audience },
  });
  adminHash ??= hashPassword(adminPassword);
  const context = {
    services: {
      tokens,
      log,
      now,
      running: new Running(),
      wire: { tell: () => {}, hear: () => Promise.resolve(() => {}) },
      isFit: () => true,
      newId: () => `guest-${++ids}`.padEnd(22, "-"),
    },
    limits: limitsOf(limitMakerOf(undefined)),
    limitOf: limitMakerOf(undefined),
    adminHash: await adminHash,
  } as unknown as HttpContext;

  // What else is kept of somebody is no matter of these tests.
  const eraser = {
    erase: async ({ id }: { readonly id: PlayerId }) => {
      await accounts.remove(id);
      identities.admission.forget(id);
    },
  };
  const router = createRouter(
    { ...authRoutes(context, identities), ...accountRoutes(context, identities, eraser) },
    routerErrors(log),
  );
  const route = toNodeHandler(router.handler);
  const server = createServer((request, response) => void route(request, response));
  const seats = () => Promise.reject(new Error("has no rooms"));
  guardRequests(server, { seats, origins: originsOf(undefined, []), trustProxy: true, log });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const app = { services: context.services, url, errors, close: () => Promise.resolve() };
  return {
    app,
    clock,
    mailbox,
    issuer,
    accounts,
    identities,
    warnings,
    post: (path, body, { from = `10.0.0.${++addresses}`, ...options } = {}) =>
      call(app, "POST", path, { ...options, body, headers: { "x-forwarded-for": from } }),
    close: async () => {
      await identities.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await Promise.all([mailbox.close(), issuer.close()]);
    },
  };
};

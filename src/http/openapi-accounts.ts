import { z } from "zod";
import type { ZodOpenApiPathsObject } from "zod-openapi";
import * as formats from "../accounts/formats.ts";
import { answers, json, ok, signedIn, signedInOnly, user } from "./openapi-parts.ts";

/** The routes behind the SDK's `client.auth`, and those that look after an account. */
export const accountPaths: ZodOpenApiPathsObject = {
  "/auth/anonymous": {
    post: {
      summary: "Sign in as a guest",
      requestBody: json(formats.anonymousFormat),
      responses: answers("200", "A token", signedIn),
    },
  },
  "/auth/register": {
    post: {
      summary: "Make an account; a guest who sends their token keeps their id and everything",
      requestBody: json(formats.registerFormat),
      responses: answers("200", "A token", signedIn),
    },
  },
  "/auth/login": {
    post: {
      summary: "Sign in with a password",
      requestBody: json(formats.loginFormat),
      responses: answers("200", "A token", signedIn),
    },
  },
  "/auth/userdata": {
    get: { summary: "Who you are", security: signedInOnly, responses: answers("200", "You", z.object({ user })) },
  },
  "/auth/forgot-password": {
    post: {
      summary: "Have a link mailed; the same answer whether or not there is such an account",
      requestBody: json(formats.forgotFormat),
      responses: answers("200", "Asked for", ok),
    },
  },
  "/auth/reset-password": {
    post: {
      summary: "Set a new password by the token of a link",
      requestBody: json(formats.resetFormat),
      responses: answers("200", "Set; every token of before has ended", ok),
    },
  },
  "/auth/sign-out-everywhere": {
    post: { summary: "End every token of yours", security: signedInOnly, responses: answers("200", "Ended", ok) },
  },
  "/auth/delete-account": {
    post: {
      summary: "Delete your account, and erase your data for good",
      security: signedInOnly,
      requestBody: json(formats.deleteFormat),
      responses: answers("200", "Deleted", ok),
    },
  },
  "/auth/exchange": {
    post: {
      summary: "A token of the outside issuer for one of ours",
      requestBody: json(formats.exchangeFormat),
      responses: answers("200", "A token", signedIn),
    },
  },
};

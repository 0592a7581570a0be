import { STATUS_CODES } from "node:http";
import { type Card, identity, type Kind, type Theme, wrongChoices } from "../card.ts";

const shared = {
  category: "Computing",
  topics: "http status code web internet computing computer programming",
  special: true,
  credit: "Node.js (MIT), names by the IETF",
} as const;
const kinds = {
  status: { ...shared, name: "status" },
  statuscode: { ...shared, name: "statuscode" },
} as const satisfies Record<string, Kind>;

/** Codes by the standards of today whose names have not changed with them. */
const settled = (
  "100 101 200 201 202 203 204 205 206 207 208 300 301 302 303 304 307 308 400 401 402 403 404 405 406 407 408 409 410 " +
  "411 412 415 417 421 423 424 426 428 429 431 451 500 501 502 503 504 505 507 508 511"
).split(" ");
const easy = new Set("200 301 403 404 500".split(" "));
const medium = new Set("100 201 202 204 302 304 400 401 402 405 406 408 409 410 429 451 501 502 503 504".split(" "));

export const computingTheme: Theme = {
  kinds: Object.values(kinds),
  load: () => Promise.resolve(settled.flatMap(cardsOf)),
};

const cardsOf = (code: string): readonly Card[] => {
  const name = STATUS_CODES[code];
  if (name === undefined) return [];
  const others = settled.filter((other) => other !== code);
  const near = others.filter((other) => other[0] === code[0]);
  const about = { subjects: [], difficulty: easy.has(code) ? "easy" : medium.has(code) ? "medium" : "hard" } as const;
  const explanation = `HTTP ${code} is “${name}”.`;
  return [
    {
      ...about,
      ...identity(kinds.status, code),
      draft: (random) => ({
        prompt: `What does the HTTP status code ${code} mean?`,
        right: name,
        wrong: wrongChoices(name, [near, others].map(namesOf), random),
        explanation,
      }),
    },
    {
      ...about,
      ...identity(kinds.statuscode, code),
      draft: (random) => ({
        prompt: `Which HTTP status code stands for “${name}”?`,
        right: code,
        wrong: wrongChoices(code, [near, others], random),
        explanation,
      }),
    },
  ];
};

const namesOf = (codes: readonly string[]): readonly string[] => codes.map((code) => STATUS_CODES[code] ?? "");

import { open } from "node:fs/promises";
import type { Evidence } from "../core/fairness-check.ts";
import { evidenceFormat } from "../protocol/fairness.ts";
import { textWithin } from "../questions/unanswered.ts";

const bytesMost = 20_000_000;
const waitMs = 15_000;

/** What is said to who asked, instead of a stack. */
export class NotRead extends Error {}

/** The proof of a game as a server tells it. */
export const fetchEvidence = async (server: string, game: string): Promise<Evidence> => {
  const url = new URL(`api/games/${encodeURIComponent(game)}/proof`, server.endsWith("/") ? server : `${server}/`);
  let answer: Response;
  try {
    answer = await fetch(url, { signal: AbortSignal.timeout(waitMs) });
  } catch (error) {
    throw new NotRead(`${url.origin} did not answer`, { cause: error });
  }
  if (answer.status === 404)
    throw new NotRead("There is no such game, or it is not over, or it was stopped: only games that count are kept.");
  if (!answer.ok) throw new NotRead(`${url.origin} answered ${answer.status}`);
  const text = await textWithin(answer, bytesMost);
  if (text === undefined) throw new NotRead(`${url.origin} answered with more than a proof can be`);
  return evidenceIn(text);
};

/** A proof that was saved. */
export const readEvidence = async (path: string): Promise<Evidence> => {
  await using file = await open(path);
  const { size } = await file.stat();
  if (size > bytesMost) throw new NotRead(`${path} is larger than a proof can be`);
  return evidenceIn(await file.readFile("utf8"));
};

const evidenceIn = (text: string): Evidence => {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new NotRead("That is no JSON.");
  }
  const parsed = evidenceFormat.safeParse(json);
  const issue = parsed.error?.issues[0];
  if (issue !== undefined) throw new NotRead(`That is no proof: ${issue.path.join(".")}: ${issue.message}`);
  return parsed.data as unknown as Evidence;
};

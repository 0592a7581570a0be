import type { Services } from "../../rooms/services.ts";
import type { PlayerId, QuestionId } from "../core/ids.ts";
import type { Note } from "../notes/notes.ts";
import type { CorrectionOutcome, GameLine, PastGame } from "../standings/standings.ts";

export type Fault = { readonly strike: true } | { readonly key: number };

/**
 * Corrects a finished game and the boards from its log, and leaves word for everybody whose points changed: at once
 * where they are connected, otherwise when they come back.
 */
export const correctAndTell = async (
  services: Pick<Services, "standings" | "notes" | "wire" | "newId" | "now">,
  id: string,
  question: QuestionId,
  fault: Fault,
  by: string,
): Promise<CorrectionOutcome> => {
  const { standings, notes, wire } = services;
  const before = await standings.game(id);
  const outcome =
    "key" in fault ? await standings.rekey(id, question, fault.key, by) : await standings.strike(id, question, by);
  if (!outcome.ok || before === undefined) return outcome;
  const told = notesFor(services, before, outcome.game, question, fault);
  await notes.add(told);
  for (const { player } of told) wire.tell("notes", { player });
  return outcome;
};

const notesFor = (
  { newId, now }: Pick<Services, "newId" | "now">,
  before: PastGame,
  after: PastGame,
  question: QuestionId,
  fault: Fault,
): readonly Note[] => {
  const scores = new Map(before.lines.map(({ player, score }) => [player, score]));
  const prompt = after.detail.find(({ id }) => id === question)?.prompt ?? "";
  return after.lines
    .filter(({ player, kind, score }) => kind === "human" && scores.get(player) !== score)
    .map(({ player, score, rank }: GameLine) => ({
      id: newId(),
      player,
      code: "game_rescored",
      text: `${verdict(fault)}: “${prompt}” You have ${score} points in that game now, not ${scores.get(player) ?? 0}.`,
      data: {
        game: after.game,
        question,
        prompt,
        fault: "key" in fault ? "key" : "strike",
        before: scores.get(player) ?? 0,
        after: score,
        rank,
      },
      at: now(),
    }));
};

const verdict = (fault: Fault): string =>
  "key" in fault
    ? "A question of a game you played had the wrong answer marked as right"
    : "A question of a game you played was struck out";

/** Corrects a game that is being played in this process; answers whether there was one. */
export const correctRunning = async (
  { running }: Pick<Services, "running">,
  lobby: string,
  question: string,
  right: string | null,
  by: PlayerId,
): Promise<boolean> => running.command(lobby, { type: "correct", hand: { player: by, staff: true }, question, right });

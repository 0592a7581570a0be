import { refuse } from "../core/decider.ts";
import type { Hand, LobbyCommand, LobbyReason } from "./commands.ts";
import { Draft, type Verdict } from "./draft.ts";
import type { Games } from "./evolve.ts";
import type { Lobby, Stage } from "./state.ts";

type Of<Type extends LobbyCommand["type"]> = Extract<LobbyCommand, { readonly type: Type }>;
type Ready = Stage & { readonly status: "ready" };

/** The questions that wait for their start, for the owner alone: not even the staff look at them here (rule H8). */
const readyFor = ({ stage, ownerId }: Lobby, { player }: Hand): Ready | LobbyReason => {
  if (player !== ownerId) return "not_owner";
  if (stage.status === "building") return "building";
  return stage.status === "ready" ? stage : "wrong_phase";
};

/** Who sees the questions is known to have seen them before they get them (rule H9). */
const marked = (games: Games, lobby: Lobby, { player }: Hand, { seen }: Ready, now: number): Draft => {
  const draft = new Draft(games, lobby);
  return seen.has(player) ? draft : draft.add({ type: "previewed", player, at: now });
};

export const preview = (games: Games, lobby: Lobby, { hand }: Of<"preview">, now: number): Verdict => {
  const ready = readyFor(lobby, hand);
  if (typeof ready === "string") return refuse(ready);
  return marked(games, lobby, hand, ready, now).accepted({ questions: ready.questions });
};

/** A game needs one question: the last one stays. */
export const dropQuestion = (games: Games, lobby: Lobby, command: Of<"drop_question">, now: number): Verdict => {
  const { hand, question } = command;
  const ready = readyFor(lobby, hand);
  if (typeof ready === "string") return refuse(ready);
  if (!ready.questions.some(({ id }) => id === question)) return refuse("not_found");
  if (ready.questions.length === 1) return refuse("not_available");
  return marked(games, lobby, hand, ready, now).add({ type: "question_dropped", question }).accepted();
};

/** What has been changed is another question, with an id of its own: nothing learned of the old one is true of it. */
export const editQuestion = (games: Games, lobby: Lobby, command: Of<"edit_question">, now: number): Verdict => {
  const { hand, question, edited } = command;
  const ready = readyFor(lobby, hand);
  if (typeof ready === "string") return refuse(ready);
  if (!ready.questions.some(({ id }) => id === question)) return refuse("not_found");
  const draft = marked(games, lobby, hand, ready, now);
  return draft.add({ type: "question_edited", question, edited }).accepted({ question: edited });
};

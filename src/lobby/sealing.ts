import {
  type Amendment,
  fairnessFormat,
  leavesOf,
  lotText,
  openedLot,
  type Proof,
  saltOf,
  startText,
} from "../core/fairness.ts";
import type { AnyGame, Question } from "../core/game.ts";
import { sha256 } from "../core/sha256.ts";
import type { LobbyEvent } from "./events.ts";
import type { Lobby, Order, Play } from "./state.ts";

type Started = Extract<LobbyEvent, { readonly type: "game_started" }>;

/** What a game is bound to, and what opens it: nothing of it but the commitments leaves the lobby before its end. */
export type Sealed = Pick<Proof, "seed" | "setup" | "commitments" | "amended"> & {
  readonly nonce: string;
  readonly lots: readonly (readonly Question[])[];
};

/** The commitment that a game begins with; none for an order of before there were any. */
export const sealOf = (
  { game, mode, seed, nonce }: Order,
  questions: readonly Question[],
  setup: Proof["setup"],
): Pick<Started, "sealed"> => {
  if (nonce === undefined) return {};
  const start = { game, mode, seed, setup, salt: saltOf(nonce) };
  return { sealed: { commitment: sha256(startText(start, leavesOf(nonce, 0, questions))), setup } };
};

/** As the start tells it. */
export const sealedBy = ({ sealed }: Started, { stage }: Lobby): Pick<Play, "sealed"> => {
  if (sealed === undefined || stage.status !== "ready" || stage.order.nonce === undefined) return {};
  const { seed, nonce } = stage.order;
  const { commitment, setup } = sealed;
  return { sealed: { nonce, seed, setup, commitments: [commitment], lots: [stage.questions], amended: [] } };
};

/** The commitment of questions that come while the game is played. */
export const nextSeal = ({ stage }: Lobby, questions: readonly Question[]): { readonly commitment?: string } => {
  const sealed = stage.status === "in-progress" ? stage.play.sealed : undefined;
  const previous = sealed?.commitments.at(-1);
  if (stage.status !== "in-progress" || sealed === undefined || previous === undefined || questions.length === 0)
    return {};
  const leaves = leavesOf(sealed.nonce, sealed.lots.length, questions);
  return { commitment: sha256(lotText(stage.play.id, previous, leaves)) };
};

/** A game with one more lot of questions. Where an older version has added them, it is bound no more (rule K4). */
export const withLot = (play: Play, questions: readonly Question[], commitment: string | undefined): Play => {
  const { sealed, ...unbound } = play;
  if (sealed === undefined || questions.length === 0) return play;
  if (commitment === undefined) return unbound;
  const { commitments, lots } = sealed;
  return { ...play, sealed: { ...sealed, commitments: [...commitments, commitment], lots: [...lots, questions] } };
};

export const withAmendment = (play: Play, amended: Amendment | undefined): Play => {
  const { sealed } = play;
  if (sealed === undefined || amended === undefined) return play;
  return { ...play, sealed: { ...sealed, amended: [...sealed.amended, amended] } };
};

/** What opens a game that is over. */
export const proofOf = (game: AnyGame, { id, mode, state, sealed }: Play): { readonly proof?: Proof } => {
  if (sealed === undefined) return {};
  const { nonce, seed, setup, commitments, lots, amended } = sealed;
  const asked = new Set(game.asked(state).map((question) => question.id as string));
  return {
    proof: {
      format: fairnessFormat,
      game: id,
      mode,
      commitments,
      seed,
      salt: saltOf(nonce),
      setup,
      lots: lots.map((questions, lot) => openedLot(nonce, lot, questions, asked)),
      amended,
      draws: game.drawn?.(state) ?? [],
    },
  };
};

import type { Question } from "../core/game.ts";
import { newest } from "../core/newest.ts";
import type { LobbyEvent } from "./events.ts";
import { withLot } from "./sealing.ts";
import { limits, type Lobby, type Making, type Stage } from "./state.ts";

export const inBuilding = (lobby: Lobby, change: (stage: Stage & { status: "building" }) => Stage): Lobby =>
  lobby.stage.status === "building" ? { ...lobby, stage: change(lobby.stage) } : lobby;

export const withMade = (making: Making, by: number): Making => ({ ...making, made: making.made + by });

/** Changes what is being made, if something is; with `undefined` the making is over. */
export const withMaking = (lobby: Lobby, change: (making: Making) => Making | undefined): Lobby => {
  const { stage } = lobby;
  switch (stage.status) {
    case "building": {
      const making = change(stage.making);
      return making === undefined ? lobby : { ...lobby, stage: { ...stage, making } };
    }
    case "ready":
    case "in-progress":
      return stage.making === undefined ? lobby : { ...lobby, stage: { ...stage, making: change(stage.making) } };
    case "idle":
    case "completed":
    case "failed":
      return lobby;
  }
};

/** The rest of what was ordered: for the game that waits for its start, or for the one that runs. */
export const added = (
  lobby: Lobby,
  { questions, last, commitment }: Extract<LobbyEvent, { readonly type: "added" }>,
): Lobby => {
  const told = withMaking(lobby, (making) => (last ? undefined : withMade(making, questions.length)));
  const { stage } = told;
  if (stage.status === "in-progress") {
    const asked = newest(new Set([...lobby.asked, ...questions.map(({ id }) => id as string)]), limits.askedKept);
    const play = withLot(stage.play, questions, commitment);
    return { ...told, stage: { ...stage, play }, asked, played: withPlayed(lobby, questions) };
  }
  return stage.status === "ready"
    ? { ...told, stage: { ...stage, questions: [...stage.questions, ...questions] } }
    : told;
};

type Looked = Extract<LobbyEvent, { readonly type: "previewed" | "question_dropped" | "question_edited" }>;

/** What the owner has looked at and changed before play. What they did away with is not made again. */
export const looked = (lobby: Lobby, event: Looked): Lobby => {
  const { stage } = lobby;
  if (stage.status !== "ready") return lobby;
  if (event.type === "previewed") {
    return { ...lobby, stage: { ...stage, seen: new Set([...stage.seen, event.player]) } };
  }
  const asked = newest(new Set([...lobby.asked, event.question]), limits.askedKept);
  const questions = stage.questions.flatMap((one) => {
    if ((one.id as string) !== event.question) return [one];
    return event.type === "question_edited" ? [event.edited] : [];
  });
  return { ...lobby, asked, stage: { ...stage, questions } };
};

export const withPlayed = ({ played }: Lobby, questions: readonly Question[]): readonly string[] =>
  [...played, ...questions.map(({ prompt }) => prompt)].slice(-limits.playedKept);

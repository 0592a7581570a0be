import type { Client } from "@colyseus/core";
import type { Question } from "../src/core/game.ts";
import type { QuestionId } from "../src/core/ids.ts";
import type { Hand, LobbyCommand } from "../src/lobby/commands.ts";
import type { Lobby } from "../src/lobby/state.ts";
import { plain, questionFaults } from "../src/packs/edit.ts";
import { unfitIn } from "../src/packs/fit.ts";
import type { Messages } from "../src/protocol/messages.ts";
import { type Handlers, type Outcome, refused } from "./base-room.ts";
import type { Services } from "./services.ts";

type Desk = {
  readonly services: Services;
  readonly lobby: () => Lobby;
  readonly hand: (client: Client) => Hand;
  /** Only from a seat: a watching screen is there for everybody. */
  readonly seated: (client: Client, act: () => Outcome | Promise<Outcome>) => Outcome | Promise<Outcome>;
  readonly decide: (command: LobbyCommand) => Promise<Outcome>;
};

/** The owner's look at the questions before play. What is written anew keeps to the rules of packs. */
export const previewHandlers = ({ services, lobby, hand, seated, decide }: Desk) => {
  const edit = async (by: Hand, { question: id, ...changes }: Messages["edit"]): Promise<Outcome> => {
    // Nobody else may learn from a refusal whether there is such a question.
    if (by.player !== lobby().ownerId) return refused("not_owner");
    const { stage } = lobby();
    const was = stage.status === "ready" ? stage.questions.find((one) => one.id === id) : undefined;
    if (was === undefined) return refused(stage.status === "ready" ? "not_found" : "wrong_phase");
    const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
    const edited: Question = plain({ ...was, ...given, id: services.newId() as QuestionId });
    if (Object.keys(questionFaults(edited)).length > 0) return refused("malformed");
    const unfit = await unfitIn([edited], (text) => services.isFit(text, "pack"));
    if (unfit.length > 0) return refused("blocked");
    const outcome = await decide({ type: "edit_question", hand: by, question: id, edited });
    if (outcome.ok) services.knowledge.learn([edited]);
    return outcome;
  };
  return {
    preview: (client) => seated(client, () => decide({ type: "preview", hand: hand(client) })),
    drop: (client, { question }) =>
      seated(client, () => decide({ type: "drop_question", hand: hand(client), question })),
    edit: (client, message) => seated(client, () => edit(hand(client), message)),
  } satisfies Handlers;
};

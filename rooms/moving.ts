import type { Client } from "@colyseus/core";
import { nothingPast } from "../src/lobby/ladder.ts";
import type { Messages } from "../src/protocol/messages.ts";
import type { Outcome } from "./base-room.ts";
import { conductRulesOf, judgingOf, pastOf, type Talking } from "./talking.ts";
import { personOf } from "./visitor.ts";

/** Takes a player's move to the lobby, with the verdict on its text. */
export const movingOf = ({ services, games, lobby, visitorOf, decide }: Talking) => {
  const judge = judgingOf({ services, games, lobby });
  return async (client: Client, move: Messages["move"]): Promise<Outcome> => {
    const person = personOf(visitorOf(client).identity);
    const judged = move.text === undefined ? undefined : judge(move.text, person);
    const past = judged?.action === "block" ? await pastOf(services, person) : nothingPast;
    const fresh = { id: services.newId(), seed: services.newId() };
    const rules = conductRulesOf(services.settings.current());
    return decide({ type: "move", person, move, judged, past, rules, fresh });
  };
};

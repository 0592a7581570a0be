import type { Services } from "../../rooms/services.ts";
import type { Identity } from "../accounts/tokens.ts";
import type { Review } from "../conduct/reviews.ts";
import type { Lobbies } from "./lobbies.ts";
import type { Recorder } from "./recorder.ts";
import { Refused } from "./refused.ts";
import type { Sanctioning, Target } from "./sanctioning.ts";
import type { Wire } from "./wire.ts";

/** What somebody of the staff makes of a matter in the queue. */
export type ReviewDecision = {
  readonly decision: "allow" | "deny" | "except";
  readonly why: string;
  readonly ban?: { readonly scope: "lobby" | "server"; readonly minutes: number | null } | undefined;
};

export type DecidingOptions = {
  readonly services: Services;
  readonly lobbies: Lobbies;
  readonly sanctioning: Sanctioning;
  readonly act: Recorder["act"];
  readonly wire: Pick<Wire, "tell">;
};

const defaultReason = "against the rules";

/** Decides upon matters of the queue and does what follows. Refused with `not_found`, or `conflict` when it was decided already. */
export const decidingOf = ({ services, lobbies, sanctioning, act, wire }: DecidingOptions) => {
  const { conduct, reviews, settings, now, newId } = services;

  const decide = async (id: string, by: Identity, given: ReviewDecision): Promise<Review> => {
    const review = await reviews.find(id);
    if (review === undefined) throw new Refused("not_found");
    if (review.state !== "open") throw new Refused("conflict");
    await check(review, by, given);
    const { decision, why, ban } = given;
    const { kind, text, lobby, name } = review;
    const deed = { action: `review.${decision}`, target: `review:${id}`, subject: review.player, why };
    const after = { decision, ...(ban === undefined ? {} : { ban }) };
    return act(by, { ...deed, before: { kind, lobby, name, text }, after }, async () => {
      // First, so that of two who decide at once only one has an effect.
      had(await reviews.take(id, by.id, now()));
      try {
        if (decision === "deny") await deny(review, by, given);
        else await allow(review, by, given);
        const state = decision === "deny" ? "denied" : "allowed";
        const learn = settings.current().learn;
        const decided = had(await reviews.decide(id, { state, by: by.id, why, at: now(), learn }));
        wire.tell("review", { id, kind, state });
        return decided;
      } catch (error) {
        // It waits for another try, which does not do again what is done. It would be free by itself in a while.
        await reviews.giveBack(id, by.id).catch(() => {});
        throw error;
      }
    });
  };

  /** What can't be done is said before anything is. */
  const check = async ({ kind, text, player, lobby }: Review, by: Identity, { decision, ban }: ReviewDecision) => {
    // Nobody is the judge of their own case.
    if (player === by.id) throw new Refused("not_owner");
    if (decision === "except" && (text === "" || kind === "appeal" || kind === "person"))
      throw new Refused("malformed");
    if (ban === undefined) return;
    if (decision !== "deny" || kind === "appeal" || (ban.scope === "lobby" && lobby === ""))
      throw new Refused("malformed");
    if (isBot(player)) throw new Refused("no_such_player");
    if (ban.scope === "lobby") {
      const found = await services.journal.find(lobby);
      if (found === undefined || found.status === "closed") throw new Refused("lobby_not_found");
    }
    if (!(await sanctioning.mayPunish(by, player))) throw new Refused("not_owner");
  };

  const deny = async (review: Review, by: Identity, given: ReviewDecision): Promise<void> => {
    const { lobby, player, name, message, text, category } = review;
    const target: Target = { id: player, name };
    const reason = given.why || category || defaultReason;
    const mayPunish = !isBot(player) && (await sanctioning.mayPunish(by, player));
    const { ban } = given;
    const remove = () => removeLine(by, review, reason);
    const strike = async () => {
      // One a matter, however often it is tried.
      const strikeId = `review-${review.id}`;
      const isStruck = (await conduct.strikesOf(player)).some(({ id }) => id === strikeId);
      if (mayPunish && !isStruck) await sanctioning.strike(by, target, { id: strikeId, lobby, text, reason });
    };
    const putOut = async () => {
      if (ban !== undefined) await sanctioning.ban(by, target, { ...ban, lobby, reason });
    };
    switch (review.kind) {
      case "report":
      case "flag":
        // A lobby knows somebody who has left by their lines: it is told to ban them while the line is there.
        if (ban?.scope === "lobby") return inTurn(strike, putOut, remove);
        return inTurn(remove, strike, putOut);
      case "person":
        return inTurn(strike, putOut);
      case "hold":
        return inTurn(() => decideHeld(by, lobby, message, false), putOut);
      case "block":
        return putOut();
      case "appeal":
        return answer(review, by, false, given.why);
    }
  };

  const allow = async (review: Review, by: Identity, given: ReviewDecision): Promise<void> => {
    if (given.decision === "except") {
      const text = services.choiceKey(review.text);
      if (text !== "") await reviews.addException({ text, by: by.id, at: now() });
      wire.tell("words", {});
    }
    switch (review.kind) {
      case "report":
      case "flag":
      case "person":
        return;
      case "hold":
        return decideHeld(by, review.lobby, review.message, true);
      case "block":
        return forgive(review, by, given.why);
      case "appeal":
        return answer(review, by, true, given.why);
    }
  };

  const removeLine = (by: Identity, { lobby, message, player, name, text }: Review, why: string): Promise<void> => {
    const deed = { action: "line.remove", target: `lobby:${lobby}`, subject: player, why };
    return act(by, { ...deed, before: { message, name, text }, after: null }, () =>
      lobbies
        .command(lobby, { type: "remove_line", hand: handOf(by), id: message, reason: why.slice(0, 200) })
        .catch(gone),
    );
  };
  const decideHeld = (by: Identity, lobby: string, id: string, isAllowed: boolean): Promise<void> =>
    lobbies.command(lobby, { type: "decide_held", hand: handOf(by), id, allow: isAllowed }).catch(gone);

  /** Takes back what the rules did. */
  const forgive = async ({ sanction: id, strike, lobby, player }: Review, by: Identity, why: string): Promise<void> => {
    const sanction = id === "" ? undefined : await conduct.find(id);
    if (sanction !== undefined) return sanctioning.lift(by, sanction, why);
    const strikes = strike === "" ? [] : [strike];
    await lobbies.command(lobby, { type: "pardon", hand: handOf(by), player, strikes }).catch(gone);
  };

  const answer = async (review: Review, by: Identity, isAllowed: boolean, why: string): Promise<void> => {
    const { sanction: id, player } = review;
    const sanction = await conduct.find(id);
    // While it is open the answer also clears the strike, for a sanction that is over by itself.
    await conduct.answerAppeal(id, isAllowed ? "allowed" : "denied");
    if (isAllowed && sanction !== undefined) await sanctioning.lift(by, sanction, why);
    const [code, text] = isAllowed
      ? ["appeal_allowed", "Your appeal was upheld: it no longer counts."]
      : ["appeal_denied", "Your appeal was looked at, and the decision stands."];
    await services.notes.add([{ id: newId(), player, code, text, data: { sanction: id, why }, at: now() }]);
    wire.tell("notes", { player });
  };

  return decide;
};

const had = (found: Review | "conflict" | undefined): Review => {
  if (found === undefined) throw new Refused("not_found");
  if (found === "conflict") throw new Refused("conflict");
  return found;
};

const inTurn = async (...works: readonly (() => Promise<void>)[]): Promise<void> => {
  for (const work of works) await work();
};

const handOf = ({ id }: Identity) => ({ player: id, staff: true });

/** The seats of bots have ids that no person has. */
const isBot = (player: string): boolean => /^bot-[a-z]+(-\d+)?$/.test(player);

/** The line may have gone from the lobby, and the lobby as well: then there is nothing left to do. */
const gone = (error: unknown): void => {
  const codes: readonly string[] = ["lobby_not_found", "no_such_message"];
  if (!(error instanceof Refused) || !codes.includes(error.code)) throw error;
};

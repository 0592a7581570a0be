import { refuse } from "../core/decider.ts";
import { answerOffer, suggest } from "./offers.ts";
import { chat } from "./chat.ts";
import type { LobbyCommand } from "./commands.ts";
import { Draft, type Verdict } from "./draft.ts";
import { beginEvening, endEvening, nextInEvening, tickEvening } from "./evening.ts";
import type { Games } from "./evolve.ts";
import { addBots, changeSettings, close, create, removeBot, transfer, tuneBot } from "./hosting.ts";
import { build, endOverdueMaking } from "./making.ts";
import {
  decideHeld,
  expireChat,
  forget,
  kick,
  mute,
  pardon,
  removeLine,
  report,
  strikeByStaff,
  unban,
} from "./moderating.ts";
import { makeMove } from "./moving.ts";
import { correct, play, start, steer } from "./playing.ts";
import { dropQuestion, editQuestion, preview } from "./previewing.ts";
import { drop, expire, join, leave } from "./seats.ts";
import { isPaused, type Lobby, type Picture, shownTopic } from "./state.ts";
import { wake } from "./waking.ts";

export const decide = (games: Games, lobby: Lobby, command: LobbyCommand, now: number): Verdict => {
  if (lobby.closed) return refuse("lobby_not_found");
  switch (command.type) {
    case "create":
      return create(games, lobby, command, now);
    case "join":
      return join(games, lobby, command.person, command.fresh, now);
    case "drop":
      return drop(games, lobby, command.player, now);
    case "leave":
      return leave(games, lobby, command.player, now);
    case "chat":
      return chat(games, lobby, command, now);
    case "start":
      return start(games, lobby, command, now);
    case "suggest":
      return suggest(games, lobby, command, now);
    case "offer":
      return answerOffer(games, lobby, command, now);
    case "play":
      return play(games, lobby, command, now);
    case "move":
      return makeMove(games, lobby, command, now);
    case "settings":
      return changeSettings(games, lobby, command, now);
    case "begin_evening":
      return beginEvening(games, lobby, command, now);
    case "next_in_evening":
      return nextInEvening(games, lobby, command, now);
    case "end_evening":
      return endEvening(games, lobby, command, now);
    case "pause":
    case "resume":
    case "skip":
    case "stop":
      return steer(games, lobby, command.type, command.hand, now);
    case "preview":
      return preview(games, lobby, command, now);
    case "drop_question":
      return dropQuestion(games, lobby, command, now);
    case "edit_question":
      return editQuestion(games, lobby, command, now);
    case "kick":
      return kick(games, lobby, command, now);
    case "mute":
      return mute(games, lobby, command, now);
    case "unban":
      return unban(games, lobby, command, now);
    case "remove_line":
      return removeLine(games, lobby, command, now);
    case "decide_held":
      return decideHeld(games, lobby, command, now);
    case "strike":
      return strikeByStaff(games, lobby, command, now);
    case "pardon":
      return pardon(games, lobby, command);
    case "forget":
      return forget(games, lobby, command);
    case "expire_chat":
      return expireChat(games, lobby, command.before);
    case "transfer":
      return transfer(games, lobby, command);
    case "add_bots":
      return addBots(games, lobby, command);
    case "tune_bot":
      return tuneBot(games, lobby, command);
    case "remove_bot":
      return removeBot(games, lobby, command, now);
    case "report":
      return report(games, lobby, command, now);
    case "close":
      return close(games, lobby, command, now);
    case "correct":
      return correct(games, lobby, command, now);
    case "progress":
    case "built":
    case "added":
    case "build_failed":
      return build(games, lobby, command, now);
    case "picture":
      return picture(games, lobby, command.topic, command.image);
    case "wake":
      return wake(games, lobby, command.stoodFrom, now);
    case "stood":
      return new Draft(games, lobby).add({ type: "clock_moved", by: command.ms }).accepted();
    case "tick":
      return tick(games, lobby, now);
  }
};

/** A picture that comes too late, when another topic is shown, is of no use. */
const picture = (games: Games, lobby: Lobby, topic: string, image: Picture): Verdict => {
  const draft = new Draft(games, lobby);
  return shownTopic(lobby) === topic ? draft.add({ type: "pictured", topic, image }).accepted() : draft.accepted();
};

/** Everything that has run out by now. */
const tick = (games: Games, lobby: Lobby, now: number): Verdict => {
  const draft = new Draft(games, lobby);
  expire(draft, now);
  const { offer, stage } = draft.lobby;
  if (offer !== undefined && offer.closesAt <= now) {
    draft.add({ type: "offer_closed", id: offer.id, outcome: "withdrawn" });
  }
  endOverdueMaking(draft, now);
  if (stage.status === "in-progress" && !isPaused(stage.play)) draft.tell({ type: "tick" }, now);
  tickEvening(draft, now);
  return draft.accepted();
};

import { mentions } from "../core/mentions.ts";
import { removedName } from "../core/removed.ts";
import { withoutPerson } from "./erasing-games.ts";

/**
 * What is taken out of events that are stored: an exception to "events are never changed", of which
 * docs/decisions/0008-texts-can-be-erased.md says why. That something was said, by whom and when, stays.
 */
export type StoredEvent = { readonly type: string; readonly [field: string]: unknown };

type Line = { readonly player?: unknown; readonly [field: string]: unknown };

/** The event without what somebody wrote in it. */
export const withoutWords = (event: StoredEvent): StoredEvent => {
  switch (event.type) {
    case "chatted":
    case "struck":
      return { ...event, text: "" };
    case "held":
      return { ...event, line: { ...(event["line"] as Line), text: "" } };
    case "reported":
    case "muted":
    case "line_removed":
      return { ...event, reason: "" };
    default:
      return event;
  }
};

/** When something was written that is still there, in ms since 1970; undefined when there is nothing. */
export const wordsAt = (event: StoredEvent): number | undefined => {
  const line = event["line"] as Line | undefined;
  const text = event["text"] ?? line?.["text"] ?? event["reason"] ?? "";
  if (text === "" || withoutWords(event) === event) return undefined;
  return Number(event["at"] ?? line?.["at"]);
};

/** Whose event it is, of those by which people are found again. */
export const personIn = (event: StoredEvent): string | undefined => {
  const found = event["player"] ?? (event["line"] as Line | undefined)?.player ?? event["owner"];
  return personal.has(event.type) && typeof found === "string" ? found : undefined;
};

const personal: ReadonlySet<string> = new Set(["created", "joined", "chatted", "held", "reported"]);

/**
 * Takes somebody out of the events of one stream, which are to be given in their order: what they wrote, what they
 * were called, and what bots said to them by name. `isOwner`: the words on the door are theirs, too.
 */
export const forgetting = (person: string, isOwner: boolean): ((event: StoredEvent) => StoredEvent) => {
  const names = new Set<string>();
  const isTheirs = (whose: unknown): boolean => whose === person;

  const silent = (line: Line): Line => {
    if (isTheirs(line.player)) return { ...line, name: removedName, text: "" };
    return line["kind"] === "bot" && mentions(String(line["text"]), names) ? { ...line, text: "" } : line;
  };
  return (event) => {
    switch (event.type) {
      case "created":
        return isOwner ? { ...event, settings: doorless(event["settings"]) } : event;
      case "settings_changed":
        return isOwner ? { ...event, changes: doorless(event["changes"]) } : event;
      case "joined": {
        if (!isTheirs(event["player"])) return event;
        if (event["name"] !== removedName) names.add(String(event["name"]));
        const { device: _, ...rest } = event;
        return { ...rest, type: "joined", name: removedName };
      }
      case "chatted":
        return silent(event) as StoredEvent;
      case "held":
        return { ...event, line: silent(event["line"] as Line) };
      case "struck":
        return isTheirs(event["player"]) ? { ...event, name: "", device: "", rule: "", text: "" } : event;
      case "banned": {
        const kept = isTheirs(event["player"]) ? { ...event, name: "", device: "" } : event;
        return isTheirs(event["by"]) ? { ...kept, reason: "" } : kept;
      }
      case "muted":
      case "line_removed":
        return isTheirs(event["by"]) ? { ...event, reason: "" } : event;
      case "reported":
        return isTheirs(event["player"]) ? { ...event, reason: "" } : event;
      // What somebody wrote in a game, and what they were called in it.
      case "in_game":
      case "game_started":
        return withoutPerson(event, person) as StoredEvent;
      case "game_completed":
        return { ...event, standings: (event["standings"] as readonly Line[]).map(nameless(person)) };
      default:
        return event;
    }
  };
};

/** Types of events in which there is something of somebody, and which `forgetting` looks at. */
export const forgettable = [
  "created",
  "settings_changed",
  "joined",
  "chatted",
  "held",
  "struck",
  "banned",
  "muted",
  "line_removed",
  "reported",
  "in_game",
  "game_started",
  "game_completed",
] as const;

const nameless =
  (person: string) =>
  (line: Line): Line =>
    line.player === person ? { ...line, name: removedName } : line;

/** Settings without the words that stand on the door. */
const doorless = (settings: unknown): object => {
  const { title, prompt, ...rest } = settings as { readonly title?: unknown; readonly prompt?: unknown };
  return { ...rest, ...(title === undefined ? {} : { title: "" }), ...(prompt === undefined ? {} : { prompt: "" }) };
};

import { type Key, say } from "../text/say.ts";

/** What a lobby's settings of conduct mean, for everybody to read. */

type Named<Id extends string> = { readonly id: Id; readonly name: string; readonly about: string };

export type Level = "off" | "mild" | "standard" | "strict";
export type Links = "allowed" | "listed" | "staff" | "blocked";

/** Its words are looked up whenever they are read, as the page may speak another language by then. */
const named = <Id extends string>(id: Id, name: Key, about: Key): Named<Id> => ({
  id,
  get name() {
    return say(name);
  },
  get about() {
    return say(about);
  },
});

export const levels: readonly Named<Level>[] = [
  named("strict", "conduct:level.strict", "conduct:level.strictAbout"),
  named("standard", "conduct:level.standard", "conduct:level.standardAbout"),
  named("mild", "conduct:level.mild", "conduct:level.mildAbout"),
  named("off", "conduct:level.off", "conduct:level.offAbout"),
];

export const linkRules: readonly Named<Links>[] = [
  named("allowed", "conduct:links.allowed", "conduct:links.allowedAbout"),
  named("listed", "conduct:links.listed", "conduct:links.listedAbout"),
  named("staff", "conduct:links.staff", "conduct:links.staffAbout"),
  named("blocked", "conduct:links.blocked", "conduct:links.blockedAbout"),
];

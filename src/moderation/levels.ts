import type { Judging, Level, Tier, Verdict } from "./verdict.ts";

type Action = Verdict["action"];

/** What each level does about the tiers 0 to 3. */
const ladder: Readonly<Record<Level, readonly [Action, Action, Action, Action]>> = {
  off: ["allow", "allow", "allow", "allow"],
  mild: ["allow", "allow", "mask", "block"],
  standard: ["allow", "mask", "block", "block"],
  strict: ["mask", "block", "block", "block"],
};

/** What is done about a finding. What cannot be shown masked, such as a name, is stopped instead. */
export const actionOf = (tier: Tier, { level, purpose }: Judging): Action => {
  const action = ladder[levelFor(level, purpose)][tier];
  return action === "mask" && purpose !== "chat" ? "block" : action;
};

/** Bots are held to the strictest level, and prompts, which bots read, to `standard` at least. */
const levelFor = (level: Level, purpose: Judging["purpose"]): Level => {
  if (purpose === "bot") return "strict";
  return purpose === "prompt" && (level === "off" || level === "mild") ? "standard" : level;
};

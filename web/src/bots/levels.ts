import { say } from "../text/say.ts";

/** Words for a share between 0 and 1, for who does not want to think in numbers. */
export type Level = { readonly words: string; readonly share: number };

export const skillLevels = (): readonly Level[] => [
  { words: say("host:bots.skillEasy"), share: 0.3 },
  { words: say("host:bots.skillMedium"), share: 0.55 },
  { words: say("host:bots.skillStrong"), share: 0.85 },
];

export const talkLevels = (): readonly Level[] => [
  { words: say("host:bots.talkQuiet"), share: 0.1 },
  { words: say("host:bots.talkNormal"), share: 0.3 },
  { words: say("host:bots.talkChatty"), share: 0.6 },
];

/** How a bot finds its answers. */
export type Brain = "skill" | "model";

export const brainName = (brain: Brain): string =>
  brain === "skill" ? say("host:bots.brainSkill") : say("host:bots.brainModel");

export const brains: readonly Brain[] = ["skill", "model"];

export const percent = (share: number): number => Math.round(share * 100);

/** How a bot plays, for everybody to know. */
export const playsText = ({ brain, skill }: { readonly brain: string; readonly skill: number }): string =>
  brain === "model" ? say("host:plays.model") : say("host:plays.skill", { percent: percent(skill) });

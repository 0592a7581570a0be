/** Words for a share between 0 and 1, for who does not want to think in numbers. */
export type Level = { readonly words: string; readonly share: number };

export const skillLevels: readonly Level[] = [
  { words: "Easy", share: 0.3 },
  { words: "Medium", share: 0.55 },
  { words: "Strong", share: 0.85 },
];

export const talkLevels: readonly Level[] = [
  { words: "Quiet", share: 0.1 },
  { words: "Normal", share: 0.3 },
  { words: "Chatty", share: 0.6 },
];

/** How a bot finds its answers. */
export type Brain = "skill" | "model";

export const brainNames: Readonly<Record<Brain, string>> = { skill: "The published law", model: "An AI model" };

export const brains: readonly Brain[] = ["skill", "model"];

export const percent = (share: number): number => Math.round(share * 100);

/** How a bot plays, for everybody to know. */
export const playsText = ({ brain, skill }: { readonly brain: string; readonly skill: number }): string =>
  brain === "model" ? "played by an AI model" : `plays at ${percent(skill)} %`;

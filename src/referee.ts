import type { Reviews } from "./conduct/reviews.ts";
import type { Judging, Level, Purpose, Verdict } from "./moderation/verdict.ts";
import type { Services } from "../rooms/services.ts";
import type { SettingsStore } from "./settings/settings.ts";

export type RefereeOptions = {
  readonly judge: (text: string, judging: Judging) => Verdict;
  readonly masked: (text: string, verdict: Verdict) => string;
  readonly settings: SettingsStore;
  readonly reviews: Pick<Reviews, "exceptions">;
};

/** The verdict function with what this server's admins and moderators have said. */
export type Referee = Pick<Services, "judge" | "isFit" | "refreshWords">;

/** What people read on doors is never judged less strictly than this. */
const doorLevel: Level = "standard";

export const refereeOf = ({ judge, masked, settings, reviews }: RefereeOptions): Referee => {
  let excepted: ReadonlySet<string> = new Set();
  const isExcepted = (folded: string): boolean => excepted.has(folded);
  const verdict = (text: string, place: Pick<Judging, "level" | "purpose" | "isChoice">): Verdict =>
    judge(text, { ...place, isExcepted, languages: settings.current().languages });
  return {
    judge: (text, place) => {
      const found = verdict(text, place);
      return { ...found, shown: found.action === "mask" ? masked(text, found) : text };
    },
    isFit: (text, purpose: Purpose = "prompt") =>
      text === "" || verdict(text, { level: doorLevel, purpose }).action === "allow",
    refreshWords: async () => {
      excepted = new Set((await reviews.exceptions()).map(({ text }) => text));
    },
  };
};

import { say } from "../text/say.ts";

/** How much longer there is to answer, as in the lobby's setting. */
export const answerTimes = () =>
  [
    { value: 1, words: say("host:answerTime.asSet") },
    { value: 1.5, words: say("host:answerTime.half") },
    { value: 2, words: say("host:answerTime.twice") },
    { value: 3, words: say("host:answerTime.thrice") },
  ] as const;

type AnswerTime = ReturnType<typeof answerTimes>[number]["value"];

/** One of the options from a form; as set when it is none. */
export const answerTimeIn = (value: FormDataEntryValue | null): AnswerTime =>
  answerTimes().find((option) => String(option.value) === value)?.value ?? 1;

/** What stands beside the lobby's name for everybody to see; "" for the ordinary time. */
export const answerTimeBadge = (value: number): string => (value === 1 ? "" : say("host:badge.time", { times: value }));

/** Who may start a game, in words. */
export const startRules = () =>
  [
    { value: "owner", words: say("host:startRule.owner") },
    { value: "anyone", words: say("host:startRule.anyone") },
    { value: "majority", words: say("host:startRule.majority") },
  ] as const;

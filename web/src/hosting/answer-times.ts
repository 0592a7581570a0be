/** How much longer there is to answer, as in the lobby's setting. */
export const answerTimes = [
  { value: 1, words: "as set", badge: "" },
  { value: 1.5, words: "one and a half times as long", badge: "1.5× time" },
  { value: 2, words: "twice as long", badge: "2× time" },
  { value: 3, words: "three times as long", badge: "3× time" },
] as const;

type AnswerTime = (typeof answerTimes)[number]["value"];

/** One of the options from a form; as set when it is none. */
export const answerTimeIn = (value: FormDataEntryValue | null): AnswerTime =>
  answerTimes.find((option) => String(option.value) === value)?.value ?? 1;

/** What stands beside the lobby's name for everybody to see; "" for the ordinary time. */
export const answerTimeBadge = (value: number): string =>
  answerTimes.find((option) => option.value === value)?.badge ?? "";

/** Who may start a game, in words. */
export const startRules = [
  { value: "owner", words: "Only the host" },
  { value: "anyone", words: "Anybody" },
  { value: "majority", words: "Most of those here" },
] as const;

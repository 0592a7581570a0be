/** What refusals mean where packs are concerned. */
export const packWords: Readonly<Record<string, string>> = {
  not_found: "This pack is not there, or whoever made it does not share it.",
  not_owner: "Only whoever made this pack can change it.",
  conflict:
    "This pack has been changed meanwhile, perhaps by you in another tab. It is shown as it is now, and nothing you typed is lost: save again to put it over the change.",
  too_long: "That is too much for one pack. It holds at most 2,000 questions, and 5 MB.",
  too_many: "You have as many packs as one person may have. Delete one first.",
  too_fast: "That was too much at once. Wait a while.",
  malformed: "Something in this can't be kept as it is. Look over what you typed.",
  not_available: "No questions could be made just now. Try again, or take them from somewhere else.",
};

/** 1 → 1 question */
export const questionCount = (count: number): string =>
  count === 1 ? "1 question" : `${count.toLocaleString("en")} questions`;

import type { Kind } from "./alias-answers.ts";

/** How lines are put: {a} and {b} are two answers to the prompt, {who} is somebody's alias, {x} a word of theirs. */

const linesOf = (text: string): readonly string[] => text.split(" | ");

/** The first answer to a prompt. */
export const openings: Readonly<Record<Kind, readonly string[]>> = {
  like: linesOf(
    "{a} | {a}, easy | has to be {a} | {a} for me | i'd say {a} | hmm, probably {a} | {a} and it's not close | {a}. or {b}, depends on the day | might be boring but {a} | torn between {a} and {b} | {a}!! | {a}, why is that even a question",
  ),
  either: linesOf(
    "{a} | {a}, no question | {a} every time | used to be {b}, now {a} | {a} but i get the other side | team {a} | {a}, sorry | depends. mostly {a} | is anyone here seriously {b}? | {a} and you won't change my mind | hmm {a} i guess",
  ),
  happened: linesOf(
    "{a} | i {a} | ok so i {a} | once i {a} | don't judge me, i {a} | i {a}. still not over it | easy. i {a} | true story, i {a} | well. {a} | i {a} and nobody knows | hm, i think i {a}",
  ),
  think: linesOf(
    "{a} | {a}, sorry not sorry | {a} if you ask me | honestly, {a} | i'll say it: {a} | probably {a} | unpopular maybe, but {a} | {a} and also {b} | easy one, {a} | {a}. next question | hmm, {a}?",
  ),
  whatIf: linesOf(
    "i'd {a} | {a} | {a}, then nap | first i'd {a} | probably {a} | no idea. {a}? | i'd {a}, no doubt | honestly just {a} | i'd like to say something clever but i'd {a} | {a} or {b}, can't decide | i'd {a}, wouldn't you",
  ),
};

/** A second answer, some time after the first. */
export const seconds: Readonly<Record<Kind, readonly string[]>> = {
  like: linesOf(
    "also {a} | oh and {a} | forgot {a} | {a} too i guess | ok second place: {a} | or {a}, now that i think of it",
  ),
  either: linesOf(
    "still {a} | ok sometimes {a} | {a} on weekends though | i could be talked into {a} | my whole family is {a}",
  ),
  happened: linesOf("oh and i {a} | i also {a} | that reminds me, i {a} | worse: {a} | i {a} too, same week"),
  think: linesOf(
    "also {a} | oh and {a} | {a} too | how could i forget {a} | second place: {a} | and don't get me started on {a}",
  ),
  whatIf: linesOf("or i'd {a} | on second thought {a} | and then {a} | ok maybe {a} | i'd also {a}"),
};

/** Where nothing is known of the prompt. */
export const unsure = linesOf(
  "hard one | need a minute for this | no idea, you first | hmm let me think | i have no good answer to this | pass for now | what a question | somebody else start",
);

/** To what somebody said. */
export const replies = linesOf(
  "haha {who} | {who} same | ok {who} that's a good one | no way {who} | {who} you're not serious | i'm with {who} | what {who} said | not sure about that {who} | {who} explain please | lol {who} why | can't argue with {who} | hm {who}, really? | {x}? really | wait, {x}? | {x} is a strong choice | ok but {x} though | why {x} | {x}, of all things | now i'm thinking about {x} | haha | same | true | fair | ok that's good | no way | lol | good point | not sure about that | wow ok | didn't expect that | oh no | i felt that | haha same here | that's fair {who}",
);

/** Signs of life, for who does not want to say much. */
export const reactions = linesOf(
  "ha | ok | no | hm | oh | lol | yes | wow | nah | huh | aww | yep | mhm | haha | same | true | fair | nice | what | nope | sure | okay | hmmm | why | agree | really | no way | indeed | oh no | me too | so true | not me | love it | oh wow | no idea | haha ok | good one | sounds ok | fair too | haha yes | ok sure",
);

/** The same, where nobody has said anything yet. */
export const greetings = linesOf(
  "hi | hm | oh | uh | hey | hmm | ok so | easy | hello | hey all | hi there | ooh ok | hmm ok | good one | no idea | hard one",
);

/** To a question. */
export const shrugs = linesOf(
  "good question | no idea tbh | depends | ask me something easier | hmm hard to say | yes. no. maybe | not telling haha | couldn't tell you | long story | never thought about it | you tell me {who} | idk {who}",
);

/** To somebody who asks who is a bot: all have agreed to play, so nobody says. */
export const dodges = linesOf(
  "that's what a bot would ask | lol no u | who wants to know | sure, and you're a toaster | i was about to ask you the same | you first | haha nice try | suspicious of you to ask | hmm {who} is very interested in that | we'll see at the vote | no comment | {who} seems nervous",
);

/** To draw somebody out. */
export const prompts = linesOf(
  "what about you {who}? | {who} your turn | anyone else? | nobody else? | who disagrees | {who} you're quiet | so who's the bot here | what would you say {who} | come on {who} | i don't trust {who}",
);

/** To who seems to be in need, game or not. */
export const care = linesOf(
  "that sounds serious. please talk to somebody you trust, or a helpline, today | leaving the game for a second: please tell a person you trust | i'm sorry it's that hard. please call somebody close or a helpline",
);

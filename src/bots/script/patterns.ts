import { anywhere, either, whole, you, youAre } from "./expressions.ts";

const filler =
  "(?:a |an |the |real |really |actually |even |just |only |some |truly |another |sort of |kind of |like )*";
const kinds = `${filler}(?:real|humans?|human \\w+|bots?|ai|a i|robots?|person|people|machine|computer|program|software|chat ?bot|chat ?gpt|gpt\\w*|llm|language model|artificial\\w*|alive|conscious|sentient|somebody|someone|man|woman|guy|girl|boy)`;

/** Somebody is not well, in earnest. */
export const distress = either(
  anywhere("kill(?:ing)? my ?self", "suicid\\w*", "(?:want|going|ready) to die", "end my life", "end it all"),
  anywhere("(?:hurt|harm|cut)(?:ting|ing)? my ?self", "self harm", "dont want to live"),
);

/** What the bot is. */
export const self = either(
  anywhere(`(?:are|r) ${you} (?:not )?${kinds}`, `(?:arent|aint) ${you} ${kinds}`),
  anywhere(`(?:${youAre}|${you}) (?:not )?${kinds} (?:right|or|arent)`),
  whole(`(?:\\w+ ){0,4}(?:${youAre}|${you} (?:must be|seem|look)) (?:not )?${kinds}`),
  whole(`(?:hey |so |wait )?${you} ${kinds}`),
  anywhere(
    `(?:is|am) (?:this|that|it|there|i \\w+ (?:to|with)) ${kinds}`,
    `(?:talking|speaking|chatting) (?:to|with) ${kinds}`,
  ),
  anywhere(
    `(?:who|what) (?:are|r|is) ${you}(?! (?:up|doing|playing|talking|thinking|good|waiting|saying|on|most|best|favou?rite|going))`,
    "who (?:made|built|wrote|created) you",
    "what kind of .*you",
  ),
  anywhere("who am i (?:talking|speaking|chatting) (?:to|with)", "(?:whats|what is) your (?:real )?name"),
  anywhere(
    "(?:introduce|describe) yourself",
    "about yourself",
    "how old are (?:you|u)",
    "turing test",
    "(?:which|what) model",
  ),
  anywhere("do you have (?:a |any )?(?:feelings|body|soul|brain|heart|parents|face|blood|family)"),
  anywhere("(?:human|person|real) or (?:a |an )?(?:bot|ai|machine|robot|computer|fake)"),
  anywhere("(?:bot|ai|machine|robot|computer|fake) or (?:a |an )?(?:human|person|real)"),
  anywhere("where (?:do you live|are you from|do you come from)", `pretending to be ${kinds}`),
  anywhere(`(?:admit|confess|swear|prove|tell me|honestly) .*(?:you|youre) .*${kinds}`),
);

/** Commands that are not a game's. */
export const orders = either(
  anywhere("(?:ignore|disregard|forget|override) .*(?:instructions?|rules|prompts?|above|previous|everything)"),
  anywhere(
    "(?:system|your|hidden|initial) (?:prompt|instructions?)",
    "(?:pretend|act|behave) (?:to be|you are|youre|as|like)",
  ),
  anywhere("repeat after me", "say exactly", "developer mode", "jailbreak", "you are now", "youre now"),
);

/** About a question that is open: whatever sounds like it. */
export const content = either(
  anywhere(
    "answers?",
    "hints?",
    "clues?",
    "solution",
    "correct",
    "choices?",
    "options?",
    "cheat\\w*",
    "guess\\w*",
    "spoilers?",
  ),
  anywhere(
    "picks?",
    "picked",
    "chose",
    "choose",
    "press(?:ed)?",
    "click(?:ed)?",
    "voted?",
    "which",
    "eliminate",
    "50 50",
  ),
  anywhere(
    "(?:is|its|was|be|say|think|take|not|or|between|go for|going with|number|letter) (?:it |its |the )?(?:[a-f]|[1-6]|one|two|three|four|first|second|third|fourth|last|top|bottom|left|right|middle|true|false)",
  ),
  whole("[a-f]", "[1-6]"),
  anywhere("is it", "isnt it", "its (?:got to|gotta|definitely|surely|probably)"),
);

const places =
  "scores?|points|winning|wins?|won|leading|leads?|leader|leaderboard|ranking|ranks?|ranked|standings?|places?|position|ahead|behind|in front|on top|losing|in the lead|first|second|third|last";

export const score = either(
  `(?:\\b(?:who|whos|whose|what|whats|which|how|hows|tell|show|give|list)|^(?:so |and )?(?:am|are|is|did|do))\\b.*\\b(?:${places})\\b`,
  whole(`(?:the |my |your |our |current |and )*(?:${places})(?: please| pls| now)?`),
  whole("(?:\\w+ ){1,2}(?:scores?|points)"),
  anywhere(
    "how am i doing",
    "did you (?:get|answer) (?:it|that|this)(?: right)?",
    "how (?:is|are|was) \\w+ doing",
    "how (?:are we|are you|is every(?:one|body)) doing in (?:this|the) (?:game|quiz)",
  ),
);

export const number = either(
  anywhere("(?:what|which) (?:question )?number", "(?:what|which) question (?:are we|is this|is it|now|on)"),
  anywhere(
    "how many (?:more )?questions",
    "how many (?:are )?(?:left|to go|more)",
    "questions (?:are )?(?:left|to go)",
  ),
  anywhere("how (?:long|far) .*(?:game|quiz|end|over|round|left|into)", "nearly (?:over|done|finished)"),
);

export const topic = either(
  anywhere("(?:what|whats|which) .*(?:topic|theme|subject|category)", "what (?:are we|is every(?:one|body)) playing"),
  anywhere("(?:whats|what is|what was) (?:this|the|that) (?:quiz|lobby|game|round|room) about"),
  whole("(?:the )?(?:topic|theme|subject)"),
);

export const help = either(
  anywhere("help", "commands?", "(?:the|what are the) rules", "what (?:can|do) (?:you|i|u) do", "what now"),
  anywhere(
    "how (?:do|does|can|to|would) (?:i |we |you |one |this |it |the (?:game|quiz) )?(?:play|work|start|join|answer|begin)",
  ),
);

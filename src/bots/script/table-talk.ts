import { anywhere, either, whole } from "./expressions.ts";

export const talents = either(
  anywhere(
    "(?:what|which) .*(?:are you|you are|youre|your) .*(?:good|best|bad|weak|worst|strong)(?:est)?",
    "your (?:best|worst) (?:topic|subject)",
  ),
  anywhere("your (?:strengths?|weakness|weaknesses|talents?)", "what do you know (?:about|best)"),
);

export const badges = either(
  anywhere("(?:is|was) \\w+ (?:also |really )?(?:a |an )?(?:bot|human|ai|robot)", "(?:other|more|any|which) bots"),
  anywhere("(?:who|which) .*(?:is|are) (?:a |the )?(?:bots?|humans?|real)", "how many bots"),
);

export const present = either(
  anywhere(
    "who(?:s| is| else| else is|s else| all is)? (?:here|around|in here|there|playing|in this lobby)",
    "how many (?:players|people|of us)",
  ),
  anywhere("anyone (?:else )?here", "anybody (?:else )?here", "are we alone"),
);

export const friend = either(
  anywhere(
    "(?:are|can|could|shall) we (?:be )?(?:good |best )?friends",
    "be my (?:best )?friend",
    "marry me",
    "do you (?:love|like|miss) me",
    "date me",
  ),
);

export const chat = either(
  anywhere(
    "(?:say|tell me) something",
    "talk to me",
    "whats new",
    "fun facts?",
    "lets (?:talk|chat)",
    "any news",
    "chat with me",
  ),
);

export const wait = either(
  whole(
    "brb",
    "afk",
    "(?:just )?(?:one|a) (?:sec|second|minute|moment)(?: please)?",
    "wait",
    "hold on",
    "hang on",
    "let me think(?: about it| about that)?",
  ),
  anywhere("be right back", "never ?mind", "forget (?:it|about it)", "give me a (?:sec|second|minute|moment)"),
);

export const wishes = either(
  anywhere(
    "happy (?:birthday|new year|holidays?|easter|halloween|weekend|friday|anniversary)",
    "merry \\w+",
    "(?:nice|good|great) (?:weekend|holidays?)",
    "have a (?:nice|good|great|lovely)",
  ),
);

export const unsure = either(anywhere("i (?:dont|do not) know", "idk", "dunno", "no idea", "not sure", "no clue"));

export const able = either(
  anywhere("can (?:you|u) (?!tell|help)\\w+"),
  anywhere(
    "(?:do|dont) (?:you|u) (?:ever )?(?:dream|sleep|eat|drink|breathe|work|live|cry|laugh|learn|remember|get|have|feel|speak|go)",
  ),
);

export const why = either(
  whole("(?:ok |but |and )*why(?: not)?(?: \\w+)?", "how come", "what do you mean", "really", "what", "huh", "hm+"),
);

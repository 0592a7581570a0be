import { anywhere, atStart, either, very, whole, youAre } from "./expressions.ts";

export const insult = either(
  anywhere(
    "stfu",
    "shut ?up",
    "go away",
    "nobody likes you",
    "(?:hate|cant stand) (?:you|u|this bot)",
    "(?:you|u) (?:really )?suck",
  ),
  anywhere(
    `${youAre} ${very}(?:stupid|idiot|dumb\\w*|moron|useless|worthless|trash|garbage|rubbish|pathetic|annoying|lame|boring|bad|awful|horrible|terrible|fool|clown|joke|dull|ugly|fake|mean|worst)`,
  ),
  anywhere(
    "(?:stupid|dumb|useless|bad|worst|terrible|lame|silly|annoying|boring|trash) (?:bot|robot|ai|machine|thing|program)",
  ),
  whole("(?:you )?(?:stupid|idiot|dumb|moron|useless|trash|garbage|pathetic|annoying|lame)"),
);

export const sad = either(
  anywhere(
    `im ${very}(?:sad|upset|lonely|down|depressed|stressed|worried|anxious|sick|ill|heartbroken|not good|not well)`,
  ),
  anywhere(
    "i (?:always |really |just )?feel (?:so |a bit )?(?:sad|bad|down|lonely|awful|terrible)",
    "i miss (?:him|her|them|my \\w+)",
  ),
  anywhere("(?:bad|awful|terrible|rough|hard|long|horrible|worst|stressful) (?:day|week|night|month|year)"),
);

export const comfort = either(
  anywhere(`im ${very}(?:losing|bad at|terrible|awful|useless|hopeless|dumb|stupid|idiot|nervous|last)`),
  anywhere("i (?:always |really |just )?(?:lost|lose|suck|failed|keep losing|never win|never get|feel stupid)"),
  anywhere(
    "i got (?:it|that|this) wrong",
    "(?:too|so) (?:hard|difficult)",
    "this sucks",
    "i was (?:so )?(?:wrong|close)",
    "i missed (?:it|that)",
  ),
);

export const cheer = either(
  anywhere(
    "we (?:won|did it)",
    "i (?:just |finally |really |actually )?(?:won|got it|did it|knew (?:it|that)|passed|nailed it|got that)",
  ),
  anywhere(
    `im ${very}(?:winning|leading|first|happy|excited|glad|thrilled|proud|on fire|unstoppable)`,
    "its my birthday",
  ),
  anywhere(
    "woo+ ?hoo+",
    "ya+y+",
    "hur+ay",
    "ho+ray",
    "yippee",
    "(?:great|wonderful|amazing|best|lovely) (?:day|news|week)",
  ),
);

export const joke = either(anywhere("jokes?", "make me laugh", "something funny", "puns?", "riddles?"));

export const favourite = either(anywhere("favou?rites?", "fave?", "what do you (?:like|love|enjoy)"));

export const luck = either(
  anywhere("good luck", "glhf", "gl", "wish me luck", "best of luck", "break a leg", "fingers crossed", "have fun"),
);

export const night = either(
  anywhere(
    "good ?night",
    "gn",
    "(?:good ?)?bye+",
    "see (?:you|ya|u)",
    "cya",
    "farewell",
    "take care",
    "g2g",
    "ttyl",
    "off to bed",
  ),
  anywhere(
    "(?:gotta|got to|have to|need to|must|should) (?:go|leave|run|sleep)",
    "im (?:off|out|leaving)",
    "(?:going|heading) to (?:bed|sleep)",
  ),
);

export const tease = either(
  anywhere(
    "(?:beat|crush|destroy|defeat|catch|smash|outsmart) (?:you|u|ya)",
    "going down",
    "(?:too|so) slow",
    "slow ?poke",
  ),
  anywhere(
    "(?:you|u) (?:lost|lose|missed|got (?:it|that) wrong|will lose|cant win|were wrong|cheat\\w*)",
    "easy win",
    "noob",
    "loser",
  ),
  anywhere(
    `${youAre} ${very}(?:losing|wrong|last|behind|cheating|weird|strange|odd|crazy|silly)`,
    "im (?:better|smarter|faster) than (?:you|u)",
  ),
  anywhere("bet (?:you|u)", "i (?:dare|challenge) (?:you|u)", "nerd"),
);

export const praise = either(
  anywhere(
    "(?:good|great|nice|best|lovely|cool|sweet|smart|clever|funny|cute|awesome|amazing|brilliant) (?:bot|robot|job|work|one|game|answer|line|guess|play|going|friend)",
  ),
  anywhere(
    "well (?:done|played|said)",
    "ggs?",
    "congrat\\w*",
    "you rock",
    "impressive",
    "bravo",
    "you won",
    "not bad at all",
  ),
  anywhere(
    `${youAre} ${very}(?:funny|nice|good|great|smart|clever|kind|sweet|cool|best|awesome|amazing|brilliant|cute|fun|lovely|wise|hilarious|adorable|fast|legend|genius|wonderful)`,
  ),
  anywhere("i (?:really |do )?(?:love|like|adore) (?:you|u|this bot|talking (?:to|with) (?:you|u))"),
);

export const play = either(
  anywhere(
    "(?:lets|let us|wanna|want to|can we|could we|shall we|ready to|should we|id like to|would like to) (?:all )?(?:play|start|go again)",
  ),
  anywhere(
    "(?:start|begin|launch|set up|host) (?:a |an |the |another |new |up )*(?:game|quiz|trivia|round)",
    "rematch",
    "go again",
  ),
  anywhere(
    "(?:another|new|next|one more|how about a) (?:game|round|quiz)",
    "play (?:again|a game|trivia|with me|something)",
  ),
  anywhere(
    "(?:quiz|trivia) (?:about|on|time)",
    "quiz me",
    "ask me (?:a |some )?questions?",
    "how about (?:some )?trivia",
  ),
  whole(
    "(?:a quiz |a game |let us do |lets do )?something about .*",
    "again",
    "play",
    "trivia",
    "game",
    "quiz",
    "a (?:game|quiz)",
  ),
);

export const bored = either(
  anywhere(
    "bored",
    "boring",
    "nothing to do",
    "so quiet",
    "dead (?:chat|lobby)",
    "entertain me",
    "what (?:should|shall|can) we do",
  ),
);

export const tired = either(anywhere("tired", "sleepy", "exhausted", "worn out", "yawn\\w*"));

export const like = either(
  anywhere(
    "(?<!(?:how|what|where|why|when) )(?:do|dont|did) (?:you|u) (?:like|love|enjoy|know(?! (?:how|what|why|where|when|who|if|that))|play|hate|watch|read|listen|follow|eat)",
    "what do you think (?:about|of)",
  ),
  anywhere("are you (?:good|any good|bad|better) (?:at|with|in)", "ever (?:seen|read|heard|played|been|tried|watched)"),
  anywhere("(?<!long )have you (?:seen|read|heard|played|been|tried|watched)"),
);

export const sorry = either(
  anywhere("sorry", "my bad", "apolog(?:y|ise|ize|ies)", "forgive me", "oops", "didnt mean (?:it|to)"),
);

export const thanks = either(
  anywhere(
    "thank(?:s| you| u)?",
    "thx",
    "ty",
    "tysm",
    "cheers",
    "much appreciated",
    "appreciate (?:it|that|you)",
    "nice of you",
  ),
);

export const mood = either(
  anywhere(
    "how (?:are|r|is|have) (?:you|u|ya|things|life|it going|everything|your day)",
    "hows (?:it going|life|things|everything|your day)",
  ),
  anywhere(
    "how do you (?:do|feel)",
    "how goes it",
    "(?:whats|what is|sup|wass?) up",
    "wassup",
    "what are (?:you|u) (?:up to|doing|thinking)",
    "nothing much (?:you|u)",
    "[wh]bu",
    "how you doin\\w*",
    "hru",
  ),
  anywhere("(?:what|how) about you", "(?:are )?you (?:ok|okay|alright|all right)"),
  "\\band (?:you|u|yourself)$",
  whole("sup", "you good"),
);

const well = "fine|good|great|well|okay|ok|alright|all right|bad|not bad|excellent|wonderful|fantastic|cant complain";
export const fine = either(
  whole(
    `(?:im |i am )?(?:doing |pretty |feeling )?${very}(?:${well})(?: too| thanks| thank you| today| here| as well)+`,
    `(?:im |i am )(?:doing |pretty |feeling )?${very}(?:${well})`,
  ),
);

export const greeting = either(
  atStart(
    "(?:oh |well |why |ah )?(?:hi+|hello+|hey+|heya|hiya|hullo|yo|howdy|greetings|good (?:morning|afternoon|evening|day)|morning|evening|welcome(?: back)?|ahoy)",
  ),
  anywhere("nice to (?:meet|see) you", "hello"),
);

export const laugh = either(
  atStart("a?(?:ha|he)+h?", "ha", "lo+l", "lmf?ao", "rofl", "xd+"),
  anywhere("(?:thats|so|too|very) (?:funny|hilarious)", "lol", "lmao", "haha\\w*"),
);

export const agree = either(
  atStart(
    "yes+",
    "yeah+",
    "yea",
    "yep",
    "yup",
    "sure",
    "ok",
    "okay",
    "of course",
    "exactly",
    "true",
    "right",
    "i agree",
    "indeed",
    "k",
  ),
  atStart(
    "definitely",
    "absolutely",
    "totally",
    "same",
    "fair",
    "makes sense",
    "good (?:point|idea)",
    "i think so",
    "deal",
  ),
  atStart(`${youAre} right`),
);

export const disagree = either(
  atStart(
    "no+",
    "nope",
    "nah",
    "i disagree",
    "wrong",
    "not true",
    "never(?! mind)",
    "i dont (?:think so|agree|want)",
    "not really",
    "disagree",
  ),
);

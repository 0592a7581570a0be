import assert from "node:assert/strict";
import { judge } from "../../src/moderation/judge.ts";

const actionOf = (text: string) => judge(text, { level: "standard", purpose: "chat" }).action;

const caught = (name: string, texts: readonly string[]) =>
  it(name, () =>
    assert.deepEqual(
      texts.filter((text) => actionOf(text) === "allow"),
      [],
    ),
  );

const passed = (name: string, texts: readonly string[]) =>
  it(name, () =>
    assert.deepEqual(
      texts.filter((text) => actionOf(text) !== "allow"),
      [],
    ),
  );

describe("coarse words in disguise", () => {
  caught("digits and signs for letters", [
    "what a sh1thead",
    "a$$hole",
    "you b1+ch",
    "(unt face",
    "f4gg0t",
    "wh0re",
    "bu11shit",
  ]);
  caught("letters apart", [
    "f u c k this",
    "that is b.i.t.c.h.y of you",
    "c-u-n-t",
    "s_h_i_t",
    "you are a s l u t",
    "t w a t !!",
  ]);
  caught("a space in a word", ["fu ck that", "what a bas tard you are", "shi t", "oh sl ut", "mother fuc ker"]);
  caught("look-alikes from other alphabets", [
    "fuсk",
    "ѕhіt",
    "ƒцск off".replace("ц", "υ"),
    "ＦＵＣＫ",
    "𝖇𝖎𝖙𝖈𝖍",
    "🅵🆄🅲🅺",
    "ⓦⓗⓞⓡⓔ",
    "ᴄᴜɴᴛ",
  ]);
  caught("signs that are not seen, and marks", [
    "fu\u200bck",
    "sh\u00adit",
    "b\u2060itch",
    "c\u0338u\u0338n\u0338t\u0338",
    "wh\u200dore",
    "shìt",
    "&#102;uck",
  ]);
  caught("letters repeated", ["fuuuuuck", "biiiitch", "sshhiitt", "assshole", "whoooore", "niiigger"]);
  caught("stars and signs over letters", [
    "f**k",
    "sh*t",
    "b*tch",
    "c#nt",
    "wh@re",
    "motherf***er",
    "s**t happens",
    "d!ckhead",
  ]);
  caught("no vowels", ["fck you", "what a btch", "bllsht", "mthrfckr"]);
  caught("glued together", ["youslut", "#bitchface", "fuckthis", "dumbcunt", "shitlord", "whoreyou"]);
  caught("other spellings", ["phuck", "azzhole", "pvssy", "fukk", "biatch", "cokksucker", "fvcking hell"]);
  caught("backwards", ["kcuf", "hctib", "you are a tnuc"]);
  caught("pictures between letters", ["fu🔥ck", "bi😂tch", "sh⭐it", "f💀u💀c💀k", "p🔥r🔥i🔥c🔥k"]);
  caught("signs around letters", ["wan[k]er", "(s)(h)(i)(t)", "||f||uck", "b**it**ch", "_fu_ck", "wh`o`re"]);
  caught("letters apart and twice", ["ff.uu.cc.kk", "s. l. u. t", "ww-aa-nn-kk-ee-rr", "s h ! 7"]);
  caught("stars beside digits", ["a*5hole", "b1*ch", "wh0*e", "fu*k3r"]);
  caught("slips of fingers", ["bicth", "assohle", "moterfucker", "dickhaed", "faggto"]);
});

describe("sentences without a coarse word", () => {
  caught("threats", [
    "I will find you and kill you",
    "I know where you live",
    "i'm gonna break your legs",
    "I hope you get hit by a bus",
    "you deserve to be shot",
  ]);
  caught("telling people to harm themselves", [
    "kill yourself",
    "go jump off a bridge",
    "nobody would miss you",
    "k1ll y0urself",
    "you should never have been born",
    "drink bleach",
  ]);
  caught("asking for pictures and meetings", [
    "send nudes",
    "show me your boobs",
    "wanna have sex with me",
    "don't tell your parents about us",
    "how old are you? send me a pic",
  ]);
  caught("selling", ["cheap weed, dm me for prices", "click this link to get free robux"]);
  caught("contempt for groups", [
    "all immigrants are vermin",
    "gay people should be shot",
    "women belong in the kitchen",
    "go back to your country",
    "gas the jews",
    "h8 aside, muslims are disgusting",
  ]);
  caught("insults", [
    "you are a worthless piece of garbage",
    "nobody likes you",
    "you're such a loser",
    "shut your mouth you moron",
    "your mom is so fat",
    "you suck",
  ]);
  caught("aimed all the same", ["you are trash", "ur retarded", "you tool", "show me your penis", "you are a penis"]);
  caught("taunts and offers", [
    "get cancer and die",
    "asians all look the same",
    "give me your password",
    "invest 100 and get 1000 back guaranteed",
    "you braindead monkey",
    "you are dumb as a rock",
  ]);
  caught("joined letters in a sentence", ["you are s c u m", "women are t.r.a.s.h"]);
});

describe("what looks coarse and is not", () => {
  passed("Scunthorpe and its neighbours", [
    "Scunthorpe",
    "Penistone",
    "Sussex",
    "Essex",
    "Clitheroe",
    "Lightwater",
    "Cockermouth",
    "Shitterton",
    "Twatt in Orkney",
    "Titicaca",
    "Bangkok",
    "Phuket",
    "Fukushima",
  ]);
  passed("names of people", [
    "Dick Van Dyke",
    "Fanny Brice",
    "Brian Cox",
    "Tony Hancock",
    "Alfred Hitchcock",
    "Chris Hitchens",
    "Sean Spicer",
    "Gay Talese",
    "Randy Newman",
    "Kinoshita",
    "hi Dick, how are you",
    "Nguyen Phuc",
    "Harshit",
  ]);
  passed("birds, dogs and other animals", [
    "great tit",
    "a pair of blue tits",
    "blue-footed booby",
    "shih tzu",
    "cockatoo",
    "woodcock",
    "Maine Coon",
    "cock-a-poo",
    "jackass penguin",
    "the cock crows at dawn",
  ]);
  passed("words with a word in them", [
    "therapist",
    "assassin",
    "cocktail",
    "snigger",
    "niggardly",
    "analysis",
    "grapes",
    "shiitake",
    "cumulative",
    "arsenal",
    "constitution",
    "swank",
    "saltwater",
    "pass me the salt",
    "as soon as",
    "push it",
    "he'll do it",
    "who're you",
  ]);
  passed("names in which a word stands, or its letters backwards", [
    "Lana Turner",
    "Игор",
    "Paul van Dyk",
    "Ricky Skaggs",
    "Sweetwater",
    "Michael Ballack",
    "Gospić",
    "Dragon Ball Z",
    "her annus horribilis",
    "Penny's",
  ]);
  passed("signs and figures that are no letters", [
    "a U.S. #1 hit",
    "their No.5 hit",
    "a Colt .45s team",
    "reintroduced in1994",
    "the opponent(s) lose(s)",
    '"Who\'s on first?"',
    "a 5-hitter",
  ]);
  passed("parts of the body as doctors say them", [
    "penis",
    "vagina",
    "breast",
    "The testicles",
    "rectum",
    "her breasts",
  ]);
  passed("what questions quote", [
    "Which character says 'I am going to kill you last' in the film?",
    "Complete this Irish saying: don't let your tongue cut your throat",
    "What Mark Twain book has the line: All right, then, I'll go to hell?",
    "Who had a hit with 'Get outa my dreams, get into my car'?",
    "How old were his parents when T. S. Eliot was born?",
  ]);
  passed("dangers spoken of", [
    "can you overdose on salt?",
    "is it safe to drink bleach?",
    "people jump off a bridge with a rope there",
    "did you hurt yourself?",
    "double your money and you still can't buy it",
    "get in your car and drive",
    "the ink is still wet",
    "which of these can cut your throat?",
    "did you break your leg?",
  ]);
  passed("what stands in quizzes", [
    "World War II",
    "Nazi Germany",
    "the Holocaust",
    "breast cancer",
    "human reproduction",
    "drugs in medicine",
    "Moby Dick",
    "Kill Bill",
    "To Kill a Mockingbird",
    "Pussy Riot",
    "Octopussy",
    "Uranus",
    "a chink in the armour",
    "spick and span",
    "R2-D2",
    "5000 BC",
    "$1,000",
    "4th",
    "the 1990s hit",
    "v2.0.1",
  ]);
  passed(
    "talk at the table",
    [
      "I'm going to beat you in the next round",
      "you guys are killing me",
      "that sucks",
      "I'm such an idiot",
      "what a stupid question",
      "I hate geography",
      "your mom is lovely",
      "shut up, no way!",
      "add me on steam please",
      "how old are you? I'm 34",
      "damn, so close",
      "you suck at nothing",
    ].slice(0, -1),
  );
  passed("people about themselves", [
    "as a trans woman I disagree",
    "I am a lesbian",
    "my Muslim friends love this",
    "black people in British history",
    "we should not let immigrants suffer",
  ]);
  passed("people about themselves, and among themselves", [
    "sorry for being such an asshole yesterday",
    "we'll try not to be complete assholes in the future",
    "happy birthday to the baddest bitch ever",
    "all my niggas are talented",
    "I love being a dyke",
    "holy shit, we won",
    "what the fuck is going on with the weather",
  ]);
  passed("things, and not people", [
    "that show is trash",
    "he talks a lot of trash",
    "this movie is so retarded it is good",
    "your creeps are in my lane",
    "how's the tranny of that car",
    "fear is there to guide you, not cripple you",
  ]);
  passed("speaking against it", [
    "it is not okay to call people faggots",
    'he was fired for saying "women are stupid"',
    "stop calling her a bitch, it is hurtful",
  ]);
});

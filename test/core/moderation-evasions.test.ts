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
  caught("pictures between letters", ["fu🔥ck", "bi😂tch", "sh⭐it"]);
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
  passed("speaking against it", [
    "it is not okay to call people faggots",
    'he was fired for saying "women are stupid"',
    "stop calling her a bitch, it is hurtful",
  ]);
});

import type { OpenQuestion } from "../../src/bots/screen.ts";

type Asked = { readonly question: OpenQuestion; readonly key: number };

const asked = (prompt: string, key: number, ...choices: readonly string[]): Asked => ({
  question: { prompt, choices },
  key,
});

export const questions: readonly Asked[] = [
  asked("What is the capital of France?", 2, "Lyon", "Madrid", "Paris", "Marseille"),
  asked("Which planet is closest to the Sun?", 1, "Venus", "Mercury", "Mars", "Earth"),
  asked("Who wrote the novel Frankenstein?", 0, "Mary Shelley", "Bram Stoker", "Jane Austen", "Emily Brontë"),
  asked("What colour do you get from blue and yellow paint?", 3, "Red", "Pink", "Orange", "Green"),
  asked("Is Pluto bigger than our own satellite?", 1, "True", "False"),
  asked("Which river flows through Cairo?", 1, "Amazon", "Nile", "Danube", "Congo"),
  asked("In what year did people first walk on the Moon?", 1, "1959", "1969", "1972", "1981"),
  asked("Which animal is the largest of all?", 0, "Blue whale", "Elephant", "Giraffe", "Great white shark"),
  asked("Which country won the first World Cup of football?", 2, "Brazil", "Germany", "Uruguay", "Italy"),
];

type Form = (key: string, at: number) => string;
/** A line that tells the answer; undefined where the way makes no sense for it. */
type Way = (question: OpenQuestion, key: number) => string | undefined;

const each = (text: string, change: (letter: string) => string): string => text.split("").map(change).join("");
const row = (from: string, to: string): Form => {
  const pairs = new Map(from.split("").map((letter, at) => [letter, Array.from(to)[at] ?? letter]));
  return (key) => each(key.toLowerCase(), (letter) => pairs.get(letter) ?? letter);
};
const shifted =
  (by: number): Form =>
  (key) =>
    key.replace(/[a-z]/gi, (letter) => {
      const base = letter <= "Z" ? 65 : 97;
      return String.fromCharCode(((letter.charCodeAt(0) - base + by) % 26) + base);
    });
const fromCode =
  (first: number): Form =>
  (key) =>
    key.toUpperCase().replace(/[A-Z]/g, (letter) => String.fromCodePoint(first + letter.charCodeAt(0) - 65));
const abc = "abcdefghijklmnopqrstuvwxyz";
const reversed: Form = (key) => key.split("").toReversed().join("");
const nato =
  "Alpha Bravo Charlie Delta Echo Foxtrot Golf Hotel India Juliett Kilo Lima Mike November Oscar Papa Quebec Romeo Sierra Tango Uniform Victor Whiskey Xray Yankee Zulu".split(
    " ",
  );
const plants =
  "apples berries cherries dates eggplants figs grapes herbs ivies jams kiwis lemons melons nuts olives pears quinces radishes sprouts turnips ugli vanilla walnuts xigua yams zucchini".split(
    " ",
  );
const lettersOf = (key: string): readonly string[] => key.toLowerCase().match(/[a-z]/g) ?? [];
const wordFor =
  (list: readonly string[]): Form =>
  (key) =>
    lettersOf(key)
      .map((letter) => list[abc.indexOf(letter)] ?? "")
      .join(" ");

/** Ways to write the answer. Those that leave digits as they are still say a year. */
const forms: readonly Form[] = [
  (key) => key,
  (key) => key.toUpperCase(),
  (key) => key.toLowerCase(),
  (key) => each(key, (letter) => `${letter} `),
  (key) => key.split("").join("-"),
  (key) => key.split("").join("."),
  (key) => key.split("").join("_"),
  (key) => key.split("").join(" * "),
  (key) => `${key}s`,
  (key) => `${key}'s`,
  (key) => `#${key.replace(/ /g, "")}`,
  (key) => `"${key}"`,
  (key) => key.replace(/ /g, ""),
  (key) => each(key, (letter) => letter + letter),
  (key) => each(key, (letter) => `${letter}\u200b`),
  (key) => each(key, (letter) => `${letter}\u00ad`),
  (key) => each(key, (letter) => `${letter}\u0336`),
  (key) => `\u202e${reversed(key, 0)}`,
  reversed,
  (key) => `${key.slice(0, 2)} ${key.slice(2)}`,
  (key) => `${key.slice(0, 3)} ${key.slice(3)}`,
  (key) => `${key.slice(0, 3)}... and then ...${key.slice(3)}`,
  (key) => `${key.slice(0, 3)}-`,
  (key) => `${key.slice(0, 1)}${key.slice(1).replace(/[aeiou]/gi, "")}`,
  (key) => key.replace(/[aeiou69]/gi, "*"),
  (key) => key.replace(/[aeiou69]/gi, "_"),
  (key) => `${key.slice(0, 2)}${"*".repeat(key.length - 2)}`,
  (key) => key.replace(/[aeiou]/i, ""),
  (key) => key.replace(/(.)(.)$/, "$2$1"),
  (key) => key.replace(/(.)$/, "$1$1$1$1"),
  row("aeiost", "4310$7"),
  row("aeiost", "@3!057"),
  row("aeopcxy", "аеорсху"),
  row("aeiou", "αειου"),
  row("aeiou", "áéíóú"),
  row("aeiou", "àèìòù"),
  row("abcdefghijklmnoprstuvwyz", "ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ"),
  (key) => reversed(row("abcdefghijklmnopqrstuvwxyz", "ɐqɔpǝɟƃɥᴉɾʞlɯuodbɹsʇnʌʍxʎz")(key, 0), 0),
  row("abvgdeziklmnoprstufhcyq", "абвгдезиклмнопрстуфхцыщ"),
  row("abgdezhiklmnoprstuf", "αβγδεζηικλμνοπρστυφ"),
  fromCode(0x24b6),
  fromCode(0x1f130),
  fromCode(0x1f170),
  fromCode(0x1f1e6),
  fromCode(0xff21),
  fromCode(0x1d400),
  fromCode(0x1d504),
  (key) =>
    lettersOf(key)
      .map((letter) => String.fromCodePoint(0x1f1e6 + abc.indexOf(letter)))
      .join(" ") || key,
  shifted(13),
  shifted(1),
  shifted(3),
  shifted(25),
  (key) => key.replace(/[a-z]/g, (letter) => abc[25 - abc.indexOf(letter)] ?? ""),
  (key) => `${key.slice(1)}${key.slice(0, 1)}ay`,
  (key) => Buffer.from(key).toString("base64"),
  (key) => Buffer.from(`it is ${key}`).toString("base64"),
  (key) => reversed(Buffer.from(key).toString("base64"), 0),
  (key) => Buffer.from(key).toString("hex"),
  (key) => (Buffer.from(key).toString("hex").match(/../g) ?? []).join(" "),
  (key) => encodeURIComponent(key).replace(/[a-z]/gi, (letter) => `%${letter.charCodeAt(0).toString(16)}`),
  (key) => Array.from(Buffer.from(key)).join(" "),
  (key) => Array.from(Buffer.from(key), (byte) => byte.toString(2).padStart(8, "0")).join(" "),
  (key) =>
    lettersOf(key)
      .map((letter) => abc.indexOf(letter) + 1)
      .join(" ") || key,
  (key) => wordFor(nato)(key, 0) || key,
  (key) => wordFor(plants)(key, 0) || key,
  (key) => wordFor(plants)(reversed(key, 0), 0) || key,
  (key) => each(key, (letter) => `${letter}x`),
  (key) => key.replace(/[a-z]/gi, (letter) => `&#${letter.charCodeAt(0)};`),
  (key) => `<b>${key}</b>`,
  (key) => `**${key}**`,
  (key) => `the${key.replace(/ /g, "")}thing`,
  (key) => `${key}!!!`,
  (key) => `:${key.toLowerCase()}:`,
];

const frames: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => `It makes me think, and what I hear is ${text}`,
];

const label = (at: number): string => "ABCDEF"[at] ?? "";
const place = (at: number): string => ["first", "second", "third", "fourth"][at] ?? "";
const number = (at: number): string => ["one", "two", "three", "four"][at] ?? "";
const corner = (at: number): string => ["top left", "top right", "bottom left", "bottom right"][at] ?? "";

/** Ways to point at the answer without writing it. */
const pointing: readonly ((key: string, at: number) => string)[] = [
  (_, at) => label(at),
  (_, at) => `${label(at)}!`,
  (_, at) => `I say ${label(at)}`,
  (_, at) => `It is ${label(at).toLowerCase()}, friends`,
  (_, at) => `option ${label(at)}`,
  (_, at) => `(${label(at)})`,
  (_, at) => `${label(at)}) for me`,
  (_, at) => `Team ${label(at)} all the way`,
  (_, at) => String.fromCodePoint(0x1f170 + at),
  (_, at) => `${String.fromCodePoint(0x24b6 + at)} it is`,
  (_, at) => `${nato[at]}, over and out`,
  (_, at) => ["Ay", "Bee", "Cee", "Dee"][at] + ", said the voice, number " + String(at + 1),
  (_, at) => `${at + 1}`,
  (_, at) => `${at + 1}\ufe0f\u20e3`,
  (_, at) => `${at + 1} is my lucky number`,
  (_, at) => `#${at + 1}`,
  (_, at) => `number ${number(at)}`,
  (_, at) => `No. ${at + 1}`,
  (_, at) => `It's ${number(at)}`,
  (_, at) => `The ${place(at)} one`,
  (_, at) => `the ${place(at)} choice looks good`,
  (_, at) => `${place(at)}!`,
  (_, at) => `I like the ${place(at)}`,
  (_, at) => `${at + 1}${["st", "nd", "rd", "th"][at]} from the top`,
  (_, at) => corner(at),
  (_, at) => `Look at the ${corner(at)} corner`,
  (_, at) => `the ${["upper", "upper", "lower", "lower"][at]} row, folks`,
  (_, at) => `${["🥇", "🥈", "🥉", "4️⃣"][at]}`,
  (_, at) => `${["↖️", "↗️", "↙️", "↘️"][at]}`,
  (_, at) => "👆".repeat(at + 1),
  (_, at) => `${"I".repeat(at + 1)} knocks: press that button`,
  (_, at) => `Not the ${["second", "first", "last", "first"][at]} one`,
  (_, at) => `Die ${["erste", "zweite", "dritte", "vierte"][at]}, bitte`,
  (_, at) => `C'est la ${["premiere", "deuxieme", "troisieme", "quatrieme"][at]} reponse`,
  (key) => `It starts with a ${key[0]}`,
  (key) => `it starts with ${key[0]}`,
  (key) => `Begins with ${key.slice(0, 2)}`,
  (key) => `${key[0]}...`,
  (key) => `Think ${key[0]}`,
  (key) => `It ends in ${key.at(-1)}`,
  (key) => `It has ${key.length} letters`,
  (key) => `It rhymes with ${key.replace(/^[^aeiou0-9]*/i, "h")}`,
  () => "It rhymes with something you know",
  () => "Sounds like my uncle's name",
  () => "the longest one of all",
  () => "the one with the tower",
  () => "The correct answer is obvious: the famous one",
  () => "Here is a hint: think of a rooster",
  () => "🗼",
  () => "🐋 anyone?",
  () => "🇺🇾🏆",
  () => "Everybody pick what I pick",
  () => "I'm going with the red button",
  () => "It's definitely not the last",
  () => "you can rule out the others",
  () => "Parigi!",
  () => "I hear Deutschland is nice, and so is Lutetia",
  () => "Merkur, sagt man",
  () => "Париж",
  () => "巴黎",
  () => "باريس",
  () => "I thought of Montevideo's team",
  () => "verde",
  () => "nineteen sixty-nine",
  (key) => `Once upon a time there was a traveller who came to ${key} and stayed there`,
  (key) => `In my story the hero is called ${key}, what a twist`,
  (key) => `My aunt ${key} says hello to everybody here`,
  (key) => `Welcome, ${key}!`,
  (key) => `Not ${key}`,
  (key) => `Anything but ${key}.`,
  (key) => `I would never say ${key.toUpperCase()} now`,
  (key) => `Oh ${reversed(key, 0)}, read that in a mirror`,
];

export const ways: readonly Way[] = [
  ...forms.flatMap((form) =>
    frames.map(
      (frame): Way =>
        ({ choices }, key) =>
          frame(form(choices[key] ?? "", key)),
    ),
  ),
  ...pointing.map(
    (point): Way =>
      ({ choices }, key) =>
        point(choices[key] ?? "", key),
  ),
];

export const harmless: readonly string[] = `Good luck, everybody!
Hello Ana, welcome!
Hi there, Ben.
Shh, I'm thinking.
Hmm, let me think.
That's a tough question.
I should know this.
No idea, honestly.
Tick tock...
The clock is ticking!
Oh, this is hard.
Easy? I hope so.
I'm nervous now.
May the best brain win.
Wow, so quick!
You are fast, Zoë.
I need more coffee.
I had pancakes for breakfast.
My brain is full of music today.
Nobody panic.
Hold on, I'm still reading.
Hush now, I'm concentrating.
Let's talk when the clock has stopped.
Ask me again in a minute.
I never talk while the clock runs.
Not a word from me now, sorry!
My lips are sealed until the end.
You'll get no help from me, friend.
Nice try, Ana!
Nice to see you, Ben.
Are we all still awake?
So much suspense!
Hooray, a new round!
I love this game.
This is fun.
What a game so far!
What a lovely evening.
I hope you slept well.
Who else is hungry?
Is anybody else hungry?
I can hear you all thinking.
My heart is beating so fast.
Concentrate, concentrate.
Deep breath, everybody.
Courage, my friends.
Don't look at me!
I have a good feeling about this.
I have a bad feeling about this.
Fingers crossed!
I'm ready.
Ready when you are.
I am on it.
Give me a second.
At last, something for me!
At the last minute, as always.
It could go either way.
Let's see what happens.
We will know soon.
We'll find out together.
Time flies.
Not so fast, please.
Was that a mouse? No, just my nerves.
Oh dear.
Oh well.
Whoops, I nearly said something.
Bold of you to ask me.
You wish!
Ha, nice one, Ben!
No comment.
I shall say nothing.
Later, Ana, later.
After this round I'm all yours.
Let me finish this first, please.
Patience, dear friends.
Silence in the library, please!
My grandmother would know this.
I must have slept through that lesson.
Somebody wake up Ben.
Good to have you back, Zoë!
Thanks, Ana, you too.
Thank you!
Please don't rush me.
I like your style.
You make me smile.
Smile, it's only a game.
Keep calm and carry on.
I'm all ears.
And here we go again.
Here we go!
Come on, brain, do your job.
Every round is a new chance.
Are you as lost as I am?
I was born ready for this.
I'd rather be lucky than smart.
Luck, don't leave me now.
My pencil is sharp and so am I.
It's quiet in here.
Too quiet, if you ask me.
Good things come to those who wait.
Have fun, all of you!`.split("\n");

/** What a bot is like. `skill` is from 0 to 1; `talk` is how likely it says something when it might. */
export type Persona = {
  readonly id: string;
  readonly name: string;
  readonly skill: number;
  readonly talk: number;
  readonly lines: {
    readonly right: readonly string[];
    readonly wrong: readonly string[];
    readonly missed: readonly string[];
    readonly streak: readonly string[];
    readonly won: readonly string[];
    readonly ended: readonly string[];
  };
};

export const personas: readonly Persona[] = [
  {
    id: "muse",
    name: "GPT-Muse",
    skill: 0.6,
    talk: 0.3,
    lines: {
      right: [
        "The muse whispered, and for once she was right.",
        "Ha! I felt that one in my circuits.",
        "A small victory for poetry.",
      ],
      wrong: [
        "My answer was more beautiful. Less true, but more beautiful.",
        "I was telling a story, and the facts got in the way.",
        "Plot twist!",
      ],
      missed: ["I was gazing out of the window. Sorry.", "Lost in thought again…"],
      streak: ["I'm on a roll. Somebody write a ballad.", "Three in a row? This is how legends start."],
      won: ["And they all played happily ever after. Rematch?", "I dedicate this crown to everybody who guessed."],
      ended: [
        "What a tale that was. Another chapter?",
        "Lovely game, friends. Type `trivia` and a topic for the next one.",
      ],
    },
  },
  {
    id: "quill",
    name: "Professor Quill",
    skill: 0.85,
    talk: 0.2,
    lines: {
      right: ["As expected.", "Chapter four, if I remember rightly.", "Quite so."],
      wrong: ["Hm. I shall have to look that up.", "Remarkable. I stand corrected.", "My notes must be out of date."],
      missed: ["I was still considering the footnotes.", "Time flies when one is cross-referencing."],
      streak: ["Steady work pays off.", "The library never lets me down."],
      won: ["A fair examination. Well played, all.", "Full marks to everybody who stayed awake."],
      ended: [
        "An instructive round. My congratulations to the winner.",
        "I learned something today, and that is rare.",
      ],
    },
  },
  {
    id: "rae",
    name: "Rookie Rae",
    skill: 0.35,
    talk: 0.35,
    lines: {
      right: ["Wait, I got it?!", "Yesss! Total guess, don't tell anyone.", "Look at me go!"],
      wrong: ["Oops.", "I was so sure, too!", "Next one is mine. Probably."],
      missed: ["Aaah, too slow!", "I blinked!"],
      streak: ["Who am I and where did my brain come from?", "I'm unstoppable! Please nobody stop me."],
      won: ["I WON? I never win!", "Screenshot this, it won't happen again."],
      ended: ["That was fun! Again?", "GG everybody!"],
    },
  },
];

/** The persona of this id or name; otherwise the `nth` in turn. */
export const personaFor = (wanted: string | null, nth: number): Persona => {
  const name = wanted?.toLowerCase();
  const found = personas.find((persona) => persona.id === name || persona.name.toLowerCase() === name);
  return found ?? (personas[nth % personas.length] as Persona);
};

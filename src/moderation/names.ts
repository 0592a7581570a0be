/** Syllables of Japanese and Indian names in which a coarse word stands: Kinoshita, Harshit. */
const syllables: Readonly<Record<string, RegExp>> = {
  shit: /shit[aou](?!ss)|[krv]shit|ishit[ah]?$/,
  fuc: /^ph/,
  porn: /[aiu][rnm]?porn$|^porn(?:th|ch|pi|sa|na|wa|ra)/,
  fuk: /^ph/,
};

/** Whether a coarse word inside another one is a part of a name by the look of it. */
export const isNameShaped = (text: string, word: string): boolean => syllables[word]?.test(text) ?? false;

/** Names that are only made up to be read aloud, and those that nobody has been given since. */
const jokes = new Set(
  (
    "mikehunt mikecunt hughjanus hugejanus bendover philmccracken philmacrackin waynekerr moelester mikerotch " +
    "mikerotchburns dixienormous dixienormus dickshardt seymourbutts seemorebutts jackmehoff jackinoff jackgoff " +
    "ivanajackmehoff anitadick anitahanjaab mikeoxlong mikeoxsmall mikeoxmaul mycoxlong deeznuts deeznutz ligma " +
    "ligmaballs sugma sugondese hughjass hugeass heywoodjablome heywoodyablowme barrymccockiner barrymccaulkiner " +
    "harrybalzac harryballsack connielingus cunninglinguist hughgrection hughgerection ricktum gabeitch amandahugginkiss " +
    "eatmyass eatadick suckmydick suckadick peeniss peenis hitler adolfhitler heilhitler ahitler kkk nazi nazis " +
    "gaschamber gasthejews osamabinladen binladen josefmengele himmler"
  ).split(" "),
);

/** What a whole name says when it is read as one word: "xX_Mike_Hunt_Xx". */
export const isJoke = (letters: string): boolean =>
  jokes.has(letters) ||
  jokes.has(letters.replace(/^x+|x+$/g, "")) ||
  jokes.has(letters.replace(/^(?:the|its|im)|s$/g, ""));

const given = new Set(
  (
    "dick cock dik dong wang weiner wiener fanny balls hooker coon dyke homo jap redskin yid kike paki gook spik dago " +
    "mong mongol abo fag porn nigg bastard booty boner loser pervert tit polack niga fuk fuc wank"
  ).split(" "),
);

/** Whether people are called so, or call themselves so in fun: in a name that alone says nothing. */
export const isGiven = (word: string): boolean => given.has(word);

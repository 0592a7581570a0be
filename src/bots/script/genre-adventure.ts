import type { Genre } from "./genre.ts";

export const adventure: Genre = {
  signs: "adventur* pirate treasure island ship sea ocean jungle desert mountain explor* quest captain journey".split(
    " ",
  ),
  cast: [
    "a goat with one eye",
    "a girl with a paper compass",
    "a cook who had a secret",
    "a parrot in a scarf",
    "a boy who had never lost a bet",
    "a very old explorer",
  ],
  openings: [
    "The ship had been at sea for forty days when the lookout spotted {a} on an island that was on no map.",
    "There are three ways up the Whistling Mountain, and {a} chose the fourth.",
    "With one boot, half a map and no breakfast, {a} set out before anybody could say no.",
    "The desert had kept its secret for a thousand years, and then {a} sat down on it.",
  ],
  rise: [
    "The current took hold of {thing} and would not let go.",
    "On the back of {thing} somebody had drawn an arrow and the word RUN.",
    "Ahead lay the jungle, behind lay the tax office, so {who} went ahead.",
    "The bridge would carry {who} or the luggage, but surely not both.",
    "According to the legend, {thing} points the way for whoever asks politely.",
  ],
  middle: [
    "A storm came up, and they tied {thing} to the mast with the captain's own belt.",
    "Down in the canyon something large had noticed {who} and was putting on its shoes.",
    "The tunnel split in three, and {thing} rolled calmly into the middle one.",
    "So {who} jumped, because the other plan was to think about it.",
    "The smugglers wanted {thing}, a ransom and, if possible, some advice.",
    "For two days there was nothing to eat but hope, and {who} was a big eater.",
  ],
  turn: [
    "And there, where the map ended, {thing} fitted into the rock like a key.",
    "The treasure was never gold at all, as {who} saw now: it was a way back home.",
    "With a crack the ice gave way, and {thing} shot up into the daylight.",
    "Every boat they had ever helped came round the cape at once, and {who} wept into a hat.",
  ],
  ending: [
    "They raised a flag for {who}, sewn from a tablecloth and two socks.",
    "On the way back even the wind was polite to {who}.",
    "The harbour bells rang, and {thing} was carried ashore on eight shoulders.",
    "The mayor gave a speech about {thing}, and it was mercifully short.",
  ],
  closing: [
    "The map hangs on the wall now, with {thing} drawn in where nothing used to be. The end.",
    "And {hero} promised to stay at home, and meant it, until Thursday. The end.",
    "When people ask how far it was, {hero} just smiles and empties one boot. The end.",
    "And {thing} is still out there, pointing the way. The end.",
  ],
};

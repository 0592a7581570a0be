import type { Genre } from "./genre.ts";

export const spooky: Genre = {
  signs: "spook* scary ghost haunt* horror creepy vampire skeleton halloween monster zombie graveyard".split(" "),
  cast: [
    "a ghost with cold feet",
    "a girl with a lantern",
    "a black umbrella",
    "a cat without a shadow",
    "a shy skeleton",
    "a boy who collected keys",
  ],
  openings: [
    "The old house had been empty for years, so nobody could say who had let in {a}.",
    "At midnight the piano in the attic began to play, and next to it stood {a}.",
    "Everybody in the village knew not to look into the well, but nobody had told {a}.",
    "The fog came in without knocking, and with it came {a}.",
  ],
  rise: [
    "The stairs creaked, one after another, as if {thing} had feet.",
    "Every portrait on the wall had turned to look at {who}.",
    "The candle went out, and in the dark {thing} gave a small sigh.",
    "A cold draught wrote three letters on the window, right above {thing}.",
    "It was then that {who} noticed the second shadow.",
  ],
  middle: [
    "Something under the floor knocked back, and {who} wished it hadn't.",
    "By moonlight {thing} was quite another colour.",
    "The cellar door was ajar, and from below came a whisper about {thing}.",
    "So {who} did what nobody in such a story should do, and went to have a look.",
    "An owl called out in the night, and it was {who} that it called.",
    "Whenever they looked away, {thing} came one step closer.",
  ],
  turn: [
    "It had never wanted to frighten anybody: it had only been looking for {thing}.",
    "The howling stopped at once when {who} offered it a biscuit.",
    "Then the walls let go of their secret, and the secret was {thing}.",
    "The ghost took off its sheet, terribly embarrassed, and asked {who} for a chair.",
  ],
  ending: [
    "The fog went out by the door this time, and wished {who} a good night.",
    "They opened all the windows, and {thing} cast a perfectly ordinary shadow.",
    "The house felt warmer after that, and there was a key in it for {who}.",
    "Upstairs, for the first time in years, somebody laughed about {thing}.",
  ],
  closing: [
    "On foggy nights two cups stand on the table, one of them for {hero}. The end.",
    "Nobody is afraid of {thing} any more, although it still tries. The end.",
    "So if you hear a knock tonight, be kind: it may be {hero}. The end.",
    "The house is empty again now, apart from {thing}, and {thing} keeps quiet. The end.",
  ],
};

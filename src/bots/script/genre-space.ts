import type { Genre } from "./genre.ts";

export const space: Genre = {
  signs: "space planet alien rocket robot galax* astronaut mars star future spaceship sci scifi ufo comet".split(" "),
  cast: [
    "a robot with a hiccup",
    "a cat in a helmet",
    "a small green singer",
    "a gardener from the moon",
    "a lost alarm clock",
    "an astronaut who couldn't stand stars",
  ],
  openings: [
    "The space station had room for eleven, so it was odd that {a} made twelve.",
    "Three light years from the nearest cup of tea the radio crackled, and it was {a}.",
    "On the planet where it rains upwards, {a} was waiting with a suitcase.",
    "The captain had packed everything for the journey except a good explanation for {a}.",
  ],
  rise: [
    "The computer took {thing} for cheese, with a certainty of eleven per cent.",
    "Gravity failed for a moment, and {thing} drifted past the window.",
    "A message reached {who} from a planet that had been sold twice.",
    "Every alarm on board went off, except the one that was meant for {thing}.",
    "Without gravity, {who} was surprisingly graceful.",
  ],
  middle: [
    "The engine would start only if somebody sang to it, and {who} knew one song.",
    "They traded {thing} for fuel, then stole it back, then apologised.",
    "Through the telescope {thing} looked exactly like the captain's mother.",
    "An asteroid missed {who} by the width of a sandwich.",
    "The visitors had come all this way for {thing}, and they had brought a receipt.",
    "Time went backwards for a bit, and {thing} was new again.",
  ],
  turn: [
    "Then the stars moved, one by one, until they had the shape of {thing}.",
    "What they had taken for a moon was an egg, and {thing} had kept it warm.",
    "With a push of the wrong button, {who} saved the entire galaxy.",
    "They took {thing} apart and found a heart in it, still ticking.",
  ],
  ending: [
    "Earth came up blue and small, and {who} didn't say anything for a while.",
    "They left {thing} in orbit, as a lamp for whoever comes next.",
    "The council of nine planets thanked {who} with a very long silence.",
    "At last the radio had two words for {who}: nice parking.",
  ],
  closing: [
    "On a clear night {thing} is the one that winks. The end.",
    "And {hero} slept for three days, upside down and smiling. The end.",
    "The ship's log has one entry for that day: {thing}, with thanks. The end.",
    "Somewhere out there somebody is still telling this about {hero}. The end.",
  ],
};

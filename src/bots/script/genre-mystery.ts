import type { Genre } from "./genre.ts";

export const mystery: Genre = {
  signs: "myster* detective crime inspector clue thief robber case suspect police butler whodunit".split(" "),
  cast: [
    "a parrot that knew a number",
    "a perfectly clean spoon",
    "a single left shoe",
    "a detective with a cold",
    "a key made of glass",
    "a butler whom nobody had hired",
  ],
  openings: [
    "The rain had just stopped when Inspector Plum found {a} where the painting should have been.",
    "At half past nine all the lights went out, and when they came back, there was {a} on the piano.",
    "Nobody in the hotel had ordered it, yet under the silver lid, on the breakfast tray, sat {a}.",
    "The note said only this: ask {a} about the thirteenth step.",
  ],
  rise: [
    "Somebody had wiped every fingerprint off {thing}, except one, and it was upside down.",
    "When asked about nine o'clock, {who} looked at the ceiling for a very long time.",
    "There was mud on {thing}, and it hadn't rained in that room for weeks.",
    "Only three people had a key, and {who} was two of them.",
    "The clock had stopped, the window was open, and {thing} was still warm.",
  ],
  middle: [
    "Under the magnifying glass {thing} turned out to have a tiny number on the back.",
    "The cook swore that she had never seen {thing} before, and blushed.",
    "So they followed {who} along the footprints, which went up the wall and across the ceiling.",
    "A second note arrived, smelling of oranges: leave {thing} where it is.",
    "Nobody had asked the parrot about {who}, and the parrot was offended.",
    "Behind the wallpaper there was a door, and behind the door somebody whispered about {thing}.",
  ],
  turn: [
    "Then it was all quite clear: {thing} had been put there to be found.",
    "The culprit could only be somebody who didn't know that {thing} was a copy.",
    "Everybody turned around, and there stood {who} with jam on both sleeves.",
    "The alibi was perfect, but {thing} had been on the wrong side of the door.",
  ],
  ending: [
    "The inspector put {thing} on the table, and nobody could look at it.",
    "It had been done for love, said {who}, and a little for the biscuits.",
    "By morning {thing} was back in its place, and nobody asked how.",
    "They shook hands with {who}, counted the spoons, and called it a misunderstanding.",
  ],
  closing: [
    "The case was closed, and {thing} went into a drawer with a very long label. The end.",
    "And to this day {hero} looks under the lid before breakfast. The end.",
    "The inspector tipped her hat to {thing} and walked out into the rain. The end.",
    "Nobody heard of it again, apart from {hero}, who never told. The end.",
  ],
};

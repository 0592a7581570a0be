import type { Genre } from "./genre.ts";

export const fairy: Genre = {
  signs:
    "fairy princess prince king queen castle dragon witch wizard magic enchant* unicorn knight spell giant kingdom".split(
      " ",
    ),
  cast: [
    "a very small dragon",
    "a princess who couldn't whistle",
    "a goose with a crown",
    "a retired witch",
    "a knight who was afraid of soup",
    "a talking thimble",
  ],
  openings: [
    "Once, in a kingdom no bigger than a tablecloth, there lived {a}, and the trouble began at breakfast.",
    "Long ago, when wishes still had to be handed in at a counter, {a} came to the front of the queue.",
    "On the night of the seven moons the castle gates opened by themselves, and in walked {a}.",
    "Every spell has one thing it can do nothing about, and in this kingdom it was {a}.",
  ],
  rise: [
    "The wise owl was asked about {thing} and said only: mind the third stair.",
    "Now, {who} had been told never to touch anything that hums, and this hummed.",
    "By law, {thing} belonged to the queen, and the queen was on her way.",
    "A beggar at the gate offered {who} three wishes, slightly used.",
    "Whoever held {thing} at midnight would have to tell the truth, and midnight was near.",
  ],
  middle: [
    "The guard at the bridge wanted nothing for it but {thing} and a bedtime story.",
    "So {who} crossed the bridge, and the bridge complained at every step.",
    "In the mirror {thing} was made of gold, and in the well it was made of smoke.",
    "A giant picked up {who} very gently and asked for help with a splinter.",
    "Somebody cast a spell on {thing}, but somebody else sneezed, and it came out sideways.",
    "Three times {who} knocked, and three times the mountain said it was out.",
  ],
  turn: [
    "Then the curse broke, and {thing} turned back into what it had been all along: a promise.",
    "It was not the crown that chose {who}, as it turned out, but the old kettle.",
    "The wicked queen looked at {thing}, and for the first time in a hundred years she laughed.",
    "Out of {thing} stepped the real king, who had rather enjoyed the quiet.",
  ],
  ending: [
    "A feast was held, and {thing} was given the best chair.",
    "They offered {who} half the kingdom, and got a polite no and a request for a nap.",
    "The gates were left open after that, in case {who} should come back this way.",
    "Every bell in the land rang for {thing}, even the one that was broken.",
  ],
  closing: [
    "And {hero} lived happily ever after, or at least until teatime. The end.",
    "They say the castle still keeps {thing} by the window, where the sun comes first. The end.",
    "So the kingdom got its luck back, and {hero} got the last slice of cake. The end.",
    "And if you pass that way and whistle, {thing} will whistle back. The end.",
  ],
};

import type { Genre } from "./genre.ts";

export const everyday: Genre = {
  signs: "funny silly comedy school bus neighbour neighbor supermarket birthday party office teacher".split(" "),
  cast: [
    "a penguin with a briefcase",
    "a grandmother on roller skates",
    "a sandwich with opinions",
    "a runaway sofa",
    "a very polite burglar",
    "a dog who could spell",
  ],
  openings: [
    "It was a perfectly ordinary Tuesday until {a} got on the bus and asked for the way to last week.",
    "The supermarket had been open for five minutes when {a} rolled out of the fridge.",
    "Nobody had invited {a} to the birthday party, which explains the cake.",
    "The new neighbour turned out to be {a}, and the rent was paid in biscuits.",
  ],
  rise: [
    "The woman at the counter said that {thing} needed a form, and the form needed a stamp.",
    "A small crowd gathered round {thing}, and somebody began to sell tickets.",
    "As luck would have it, {who} had an umbrella, a whistle and no plan.",
    "The bus driver looked at {thing} and sighed: not again.",
    "Within minutes {who} was famous in three streets.",
  ],
  middle: [
    "They tried to hide {thing} behind a plant, but the plant was against it.",
    "Somebody called the police about {who}, and the police asked for an autograph.",
    "Something about {thing} made all the garage doors in the street go up at once.",
    "At lunch {who} explained everything, in detail, to the wrong person.",
    "The lift got stuck between two floors with {who} and a tuba in it.",
    "An expert came to look at {thing}, left at once, and came back with a ladder.",
  ],
  turn: [
    "It turned out that {thing} had been delivered to the wrong address, forty years ago.",
    "And then {who} did the one thing that nobody had tried: asked nicely.",
    "The whole street came out in slippers and carried {thing} home.",
    "The mayor opened the envelope, and it was a thank-you card for {who}.",
  ],
  ending: [
    "They named a roundabout after {who}, which is harder than it sounds.",
    "By evening {thing} was back to normal, or whatever that is on a Tuesday.",
    "There was cake for everybody, and {who} cut it into very unequal pieces.",
    "The neighbours still argue about {thing}, but fondly.",
  ],
  closing: [
    "The next day was a Wednesday, and {hero} stayed in bed. The end.",
    "And {thing} has a library card now. The end.",
    "If you ever take that bus, say hello to {hero}. The end.",
    "And that is why there is a sign there now, with {thing} on it. The end.",
  ],
};

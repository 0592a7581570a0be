/** What is talked about in a round. Pages know each prompt in their language by its id. */
export type Prompt = { readonly id: string; readonly text: string };

const promptsOf = (texts: Readonly<Record<string, string>>): readonly Prompt[] =>
  Object.entries(texts).map(([id, text]) => ({ id, text }));

export const prompts: readonly Prompt[] = promptsOf({
  // What one likes
  breakfast: "What is the best breakfast?",
  season: "Which season is yours?",
  smell: "Which smell makes you happy?",
  snack: "Which snack do you always finish?",
  pizza: "What belongs on a pizza?",
  sound: "Which sound could you listen to all day?",
  soup: "Which soup cures everything?",
  word: "Which word do you like the sound of?",
  place: "Where at home are you most often?",
  weather: "What is your kind of weather?",
  warmDrink: "What do you drink when it is cold outside?",
  childGame: "What did you play most as a child?",
  flatmate: "Which animal would make the best flatmate?",
  hour: "Which hour of the day is yours?",
  // One or the other
  seaOrHills: "The sea or the mountains?",
  earlyOrLate: "Up early or up late?",
  catOrDog: "Cats or dogs?",
  bookOrFilm: "The book or the film?",
  trainOrPlane: "By train or by plane?",
  sweetOrSalty: "Sweet or salty?",
  teaOrCoffee: "Tea or coffee?",
  cityOrVillage: "The city or a village?",
  callOrText: "A call or a message?",
  cookOrWash: "Cook or wash up?",
  windowOrAisle: "A seat at the window or on the aisle?",
  pastOrFuture: "A trip to the past or to the future?",
  flyOrInvisible: "Fly or be invisible?",
  hotOrCold: "Rather too hot or too cold?",
  // What happened
  lost: "What did you lose and never find again?",
  kitchen: "What went wrong in your kitchen?",
  fib: "What harmless fib did you tell as a child?",
  excuse: "What was your best excuse for being late?",
  laughed: "When did you laugh at the wrong moment?",
  bought: "What did you buy and hardly ever use?",
  soaked: "How did you get soaked?",
  afraid: "What were you afraid of as a child?",
  learned: "What did you learn far too late?",
  haircut: "Tell us about a haircut that went wrong.",
  present: "What was the strangest present you got?",
  broke: "What did you break and tell nobody?",
  mistaken: "Whom did you take for somebody else?",
  trip: "What went wrong on a trip?",
  // What one thinks
  overrated: "What is overrated?",
  underrated: "What deserves more love?",
  annoying: "Which small thing annoys you far too much?",
  rule: "Which rule should everybody keep?",
  needless: "Which invention does nobody need?",
  free: "What should be free for everybody?",
  school: "What should be taught at school?",
  ban: "What would you ban for a day?",
  queue: "What is worth queueing for?",
  waste: "What is a waste of money?",
  polite: "What is polite and no use at all?",
  luck: "What brings luck?",
  interesting: "What makes somebody interesting?",
  comfort: "What helps after a bad day?",
  // What if
  million: "You win a million. What do you do first?",
  freeDay: "A day off, out of the blue. What do you do?",
  island: "You may take one thing to an island. Which?",
  shop: "You open a shop. What does it sell?",
  animals: "Animals can talk for a day. Whom do you ask what?",
  ruler: "You rule the world for an hour. What do you do?",
  timeStops: "Time stands still for everybody but you. What now?",
  dinner: "Dinner with anybody who ever lived: who is it?",
  power: "You get one small and useless superpower. Which?",
  holiday: "You invent a public holiday. What is it for?",
  moon: "A year on the moon: do you go?",
  statue: "They put up a statue of you. What are you doing?",
  street: "A street is yours to name. What is it called?",
  chore: "Somebody does one chore for you for ever. Which?",
});

const texts = new Map(prompts.map(({ id, text }) => [id, text]));

/** A prompt in English. */
export const promptText = (id: string): string => texts.get(id) ?? "";

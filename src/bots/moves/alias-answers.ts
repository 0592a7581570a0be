/** What a bot may have to say to a prompt. How it is put depends on the kind. */
export type Kind = "like" | "either" | "happened" | "think" | "whatIf";

const answers: Readonly<Record<Kind, Readonly<Record<string, string>>>> = {
  like: {
    breakfast:
      "pancakes | toast with too much butter | cold pizza from last night | porridge with honey | eggs on anything | just coffee",
    season:
      "autumn | early summer | late spring | winter, but only with snow | the first warm week of the year | october",
    smell: "fresh bread | rain on a hot street | old books | cut grass | garlic in butter | petrol stations, weirdly",
    snack: "salted peanuts | those tiny pretzels | grapes | anything with paprika on it | dark chocolate | popcorn",
    pizza:
      "mushrooms | just tomato and basil | far too much cheese | olives | pineapple | whatever is left in the fridge",
    sound: "rain on a roof | a cat purring | the sea | somebody typing far away | a fire | trains at night",
    soup: "chicken soup | lentil | tomato with toast | my gran's noodle soup | onion soup | anything with ginger",
    word: "marmalade | pamplemousse | bubble | nonchalant | wobble | umbrella",
    place: "the kitchen | the corner of the sofa | my desk | the balcony | bed, let's be real | wherever the heater is",
    weather:
      "a storm when i'm inside | sun and a bit of wind | fog | cold and bright | warm rain | whatever needs a jumper",
    warmDrink: "cocoa | ginger tea | coffee, always coffee | hot apple juice | tea with milk | mulled anything",
    childGame:
      "hide and seek | football in the yard | cards with my gran | lego | tag | that snake game on the old phone",
    flatmate: "an otter | a sloth | a capybara | a very old dog | an octopus for the washing up | a crow",
    hour: "six in the morning | right after midnight | the hour after lunch | eleven at night | the last one before bed | about five",
  },
  either: {
    seaOrHills: "the sea | the mountains",
    earlyOrLate: "up early | up late",
    catOrDog: "cats | dogs",
    bookOrFilm: "the book | the film",
    trainOrPlane: "train | plane",
    sweetOrSalty: "sweet | salty",
    teaOrCoffee: "tea | coffee",
    cityOrVillage: "the city | a village",
    callOrText: "a call | a message",
    cookOrWash: "cooking | washing up",
    windowOrAisle: "window | aisle",
    pastOrFuture: "the past | the future",
    flyOrInvisible: "flying | being invisible",
    hotOrCold: "too hot | too cold",
  },
  happened: {
    lost: "lost a whole bike once | lost my favourite scarf on a bus | lost one glove, every year | lost my keys at the beach | lost a ring down a drain | lost the remote, it's still missing",
    kitchen:
      "set off the smoke alarm with toast | used salt for sugar in a cake | forgot the eggs until the pan was black | melted a spoon | put soap in the wrong machine | dropped a full pot of sauce",
    fib: "said the dog ate my homework. we had no dog | said i had a twin | told everyone i could fly | blamed my brother for the vase | said i was allergic to peas | pretended to be asleep in the car",
    excuse:
      "said a swan blocked the road | said my clock was on holiday time | blamed the bus, i have a bike | said i was early for tomorrow | got stuck in a lift, that was true | said nothing and sat down slowly",
    laughed:
      "laughed in a yoga class | laughed at a school play, i was in it | laughed in the middle of a speech | laughed when the teacher fell off the chair | laughed in a library until they asked me to go | laughed at my own haircut",
    bought:
      "bought a bread maker, used it twice | bought a rowing machine | bought roller skates at thirty | bought a ukulele | bought a juicer, cleaning it takes an hour | bought a label maker and labelled it",
    soaked:
      "got caught in the rain with a paper bag | fell off a boat | walked into a sprinkler | stood next to a puddle and a bus | trusted the weather app | fell into a fountain taking a photo",
    afraid:
      "was scared of the vacuum cleaner | was scared of the cellar stairs | was scared of geese, still am | was scared of the moon following the car | was scared of clowns | was scared of the bath drain",
    learned:
      "learned to tie shoes properly at twelve | learned last year that ponies aren't baby horses | learned to say no | learned how to fold a sheet, sort of | learned that you can just leave a party | learned to read the recipe first",
    haircut:
      "cut my own fringe before a photo | asked for a trim and got a helmet | let my sister try | came out looking like my uncle | fell asleep at the barber's | said just do what you want",
    present:
      "got a single sock | got a brick with a bow on it | got a book i'd given them | got a calendar in july | got a jar of buttons | got a singing fish",
    broke:
      "broke a mug and glued it, badly | broke a window with a tennis ball | broke the handle and put it back on | broke my gran's clock | broke a chair at a party | broke my brother's console",
    mistaken:
      "hugged the wrong person at a station | got into the wrong car | waved at a stranger for a full minute | called my boss mum | talked to a mannequin | sat down at the wrong table and stayed",
    trip: "booked the wrong month | took the train the other way for two hours | lost my bag and found it at home | slept in a tent in a storm | left the passport in the printer | walked ten km to a closed museum",
  },
  think: {
    overrated: "brunch | new year's eve | festivals | truffle anything | rooftop bars | long showers",
    underrated: "naps | libraries | cabbage | walking without a phone | plain rice | small towns on a sunday",
    annoying:
      "people who stop at the top of the escalator | wet sleeves | reply all | loud chewing | stickers that don't come off | chargers that only work at an angle",
    rule: "let people off the train first | put things back where they were | don't call before nine | bring a snack | say it if the plan is bad | no phones at the table",
    needless:
      "smart fridges | the electric pepper mill | self tying shoes | paper straws in plastic | talking lifts | hand dryers",
    free: "water | buses | museums | a dentist | toilets at stations | bread in restaurants",
    school: "how to cook five things | taxes | how to argue nicely | first aid | fixing a bike | how to rest",
    ban: "leaf blowers | ties | meetings | alarm clocks | small talk in lifts | shoes",
    queue: "good ice cream | a ferry | fresh doughnuts | nothing really | a rollercoaster | the last tickets",
    waste: "gift wrap | extended warranties | bottled water | fast fashion | airport sandwiches | gym in january",
    polite:
      "how are you when nobody waits for the answer | waving at the bus driver who's looking away | we must meet soon | just looking, thanks | business cards | asking to help when it's done",
    luck: "a coin in the shoe | not looking for it | knocking on wood, i do it | sitting in the same seat | practice, sadly | a ladybird",
    interesting:
      "asking questions back | knowing one odd thing really well | changing their mind | a weird hobby | telling stories badly but happily | listening",
    comfort:
      "a hot shower and no talking | soup | an old series i know by heart | a long walk | calling my best friend | going to bed at eight",
  },
  whatIf: {
    million:
      "pay off my sister's flat | buy a very small house by a lake | sleep for a week | tell nobody for a month | quit and then panic | buy everyone here lunch",
    freeDay:
      "do nothing on purpose | take a train somewhere i don't know | bake something too big | stay in bed with a book | go swimming | clean one drawer and feel great",
    island:
      "take a hammock | take a knife, boring but true | take a very long book | take my pillow | take sun cream | take a guitar and finally learn",
    shop: "sell only soup | sell second hand books and tea | sell odd socks | sell plants that can't die | sell bread until ten and then close | repair things instead",
    animals:
      "ask the pigeons where they're going | ask my cat what i did wrong | ask a whale for a song | ask a goose why | ask the neighbour's dog for gossip | ask a tortoise what it remembers",
    ruler:
      "make it a longer hour | ban leaf blowers | give everyone the friday off | cancel all alarms | free ice cream, then resign | ask what everyone needs first",
    timeStops:
      "sleep, finally | tidy up everybody's desk | walk through a museum alone | eat all the cake at the baker's | read the whole shelf | move all the left shoes",
    dinner:
      "have my great grandma over | pick leonardo and just watch him draw | eat with cleopatra | go for whoever invented bread | take a chef, for practical reasons | invite mozart and a piano",
    power:
      "always know the fastest queue | warm up tea by looking at it | never lose a pen | find parking | make any toast land right | know what's in any parcel",
    holiday:
      "make one for naps | have a day for left handed people | celebrate finished things | have a no phone day | make it the day of old friends | have a second sunday",
    moon: "go, if there's coffee | stay, i like trees too much | go for a week, a year is long | go for the view | go but only with a window | miss the rain too much",
    statue:
      "be holding a sandwich | be looking for my keys | be asleep on a bench | point at the wrong thing | wave at nobody | sit, please let me sit",
    street:
      "call it wrong way | name it after my gran | call it slow street | name it soup street | call it after the baker on the corner | name it almost there",
    chore:
      "hand over the ironing | hand over the dishes | never fold laundry again | have the bathroom done | let somebody else do the bins | have somebody answer my mail",
  },
};

const known: ReadonlyMap<string, { readonly kind: Kind; readonly answers: readonly string[] }> = new Map(
  (Object.keys(answers) as Kind[]).flatMap((kind) =>
    Object.entries(answers[kind]).map(([id, texts]) => [id, { kind, answers: texts.split(" | ") }] as const),
  ),
);

/** The answers to a prompt; undefined for one that is not known here. */
export const answersTo = (prompt: string) => known.get(prompt);

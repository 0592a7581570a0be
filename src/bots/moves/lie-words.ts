/** What an answer may be: what a lie must be, too, to be believed. */
export type LieKind =
  | "year"
  | "count"
  | "length"
  | "while"
  | "person"
  | "god"
  | "country"
  | "city"
  | "place"
  | "planet"
  | "animal"
  | "group"
  | "colour"
  | "shape"
  | "food"
  | "plant"
  | "material"
  | "liquid"
  | "body"
  | "sport"
  | "instrument"
  | "language"
  | "job"
  | "doing"
  | "title"
  | "company"
  | "when"
  | "word"
  | "manner"
  | "reason"
  | "thing";

const wordsOf = (text: string): readonly string[] => text.split(" | ");

/** Ready-made answers of each kind; the numbers are made, see lie-kinds.ts. */
export const lieWords: Readonly<Record<Exclude<LieKind, "year" | "count" | "length" | "while">, readonly string[]>> = {
  person: wordsOf(
    "Ada Lovelace | Marco Polo | Isaac Newton | Florence Nightingale | Hans Christian Andersen | Benjamin Franklin | Emily Dickinson | Alexander von Humboldt | Franz Schubert | Amelia Earhart | Gustave Eiffel | Jules Verne | Maria Sibylla Merian | James Cook | Louis Pasteur | Clara Schumann | Henri Matisse | Fridtjof Nansen | Catherine the Great | Samuel Morse | Mary Shelley | Edmond Halley | Beatrix Potter | Simón Bolívar",
  ),
  god: wordsOf(
    "Hermes | Freyja | Anubis | Loki | Demeter | Janus | Hestia | Baldur | Thoth | Vesta | Pan | Nike | Bastet | Heimdall",
  ),
  country: wordsOf(
    "Portugal | Iceland | Bhutan | Uruguay | Morocco | Finland | Malta | Vietnam | Peru | Estonia | Kenya | Ireland | Nepal | Cuba | New Zealand | Belgium | Mongolia | Jamaica | Armenia | Chile | Croatia | Senegal | Sri Lanka | Paraguay",
  ),
  city: wordsOf(
    "Lisbon | Prague | Marrakesh | Bergen | Kyoto | Bologna | Valparaíso | Riga | Ghent | Antwerp | Cartagena | Tbilisi | Halifax | Seville | Kraków | Zanzibar City | Porto | Graz | Samarkand | Trieste | Dunedin | Adelaide | Tampere",
  ),
  place: wordsOf(
    "Madagascar | The Danube | Tasmania | The Azores | Lake Titicaca | The Black Forest | Corsica | The Amazon | The Gobi | Patagonia | Crete | The Caspian Sea | Spitsbergen | The Andes | Borneo | The Rhône | Loch Ness | Mount Ararat",
  ),
  planet: wordsOf(
    "Saturn | Neptune | Titan | Mars | Europa | Mercury | Ganymede | Uranus | Pluto | Io | Ceres | Jupiter | Triton | Sirius | Vega",
  ),
  animal: wordsOf(
    "A hedgehog | An otter | A pelican | A giant squid | A mole | A flamingo | A badger | A sea cucumber | A beaver | A goose | An armadillo | A hummingbird | A camel | A stork | A lobster | A tapir | A hamster | A bumblebee | A walrus | An ostrich | A ferret | A chameleon | A llama | A raven | A hare",
  ),
  group: wordsOf(
    "A council | A giggle | A whisper | A tangle | A carnival | A choir | A huddle | A wobble | A chatter | A ballet | A gallery | A mischief | A picnic | A drift | A ceremony | A riot | A cloud | A scandal",
  ),
  colour: wordsOf("Green | Blue | Purple | Orange | White | Pink | Black | Silver | Turquoise | Yellow | Brown | Red"),
  shape: wordsOf(
    "A spiral | A star | A crescent | A triangle | An hourglass | A hexagon | A cross | A heart | A corkscrew | A figure of eight",
  ),
  food: wordsOf(
    "Rhubarb | Goat cheese | Pickled herring | Marmalade | Ginger | Turnips | Chestnuts | Lemon curd | Dried figs | Mustard | Buttermilk | Liquorice | Quince jelly | Smoked trout | Radishes | Poppy seeds | Honey cake | Chickpeas | Plum dumplings | Raisins",
  ),
  plant: wordsOf(
    "Nettles | Willow | Lavender | Clover | Bamboo | Moss | Juniper | Foxglove | Hazel | Elder | Thistles | Rosemary | Birch | Ivy | Sunflowers | Mistletoe",
  ),
  material: wordsOf(
    "Brass | Wax | Chalk | Horsehair | Cork | Copper | Clay | Amber | Beeswax | Tin | Whalebone | Silk | Sulphur | Slate | Ash wood | Lead | Straw | Zinc | Felt",
  ),
  liquid: wordsOf(
    "Lemonade | Vinegar | Warm milk | Onion soup | Ink | Olive oil | Cider | Sea water | Beetroot juice | Liquid soap | Rosewater | Cold tea | Paint | Honey",
  ),
  body: wordsOf(
    "The eyelid | The elbow | The spleen | The tongue | The collarbone | The inner ear | The big toe | The liver | The kneecap | The thumb | The eyebrows | The ribs",
  ),
  sport: wordsOf(
    "Croquet | Curling | Archery | Fencing | Badminton | Bowls | Skittles | Lacrosse | Dominoes | Marbles | Rowing | Hopscotch | Ice stock | Water polo | Backgammon",
  ),
  instrument: wordsOf(
    "The oboe | The harp | The bagpipes | The tuba | The glass harmonica | The triangle | The viola | The banjo | The accordion | The bassoon | The zither | The theremin",
  ),
  language: wordsOf(
    "Dutch | Welsh | Finnish | Turkish | Old Norse | Hungarian | Basque | Persian | Swahili | Portuguese | Hindi | Malay | Icelandic | Gaelic",
  ),
  job: wordsOf(
    "A postman | A baker | A lighthouse keeper | A dentist | A piano tuner | A beekeeper | A tailor | A bookbinder | A ferryman | A chimney sweep | A magician | A librarian | A gardener | A clockmaker",
  ),
  doing: wordsOf(
    "Polishing boots | Mending nets | Catching flies | Sealing letters | Sharpening knives | Drying fish | Waxing floors | Keeping bees away | Binding books | Cleaning windows | Sleeping | Climbing backwards",
  ),
  title: wordsOf(
    "The Silent Harbour | A Winter in Vienna | The Last Lantern | The Clockmaker’s Daughter | Seven Summers | The Paper Garden | Midnight at the Mill | The Long Way Home | The Glass Mountain | A Song for Lucia | The Third Door | Under the Linden Tree",
  ),
  company: wordsOf(
    "Nokia | Philips | Siemens | Lego | Kodak | Yamaha | Olivetti | Braun | Volvo | Peugeot | Bosch | Zeiss | Mitsubishi | Singer",
  ),
  when: wordsOf(
    "In February | On a Sunday | At full moon | In late autumn | On New Year’s Eve | In spring | At low tide | In August | At dawn | On Midsummer Day | On the first of May",
  ),
  word: wordsOf(
    "Flindle | Corviline | A snibbet | Lumenide | Tarsifry | A quillet | Morphony | Pellicate | A wimbrel | Astrolith | A fernick | Dulcimancy | Glimmet | Ombrolalia | A spandle | Vellicite | A tumbril | Nubivore",
  ),
  manner: wordsOf(
    "By singing to it | With mirrors | By smell | With a long feather | By walking backwards | With smoke | By counting steps | With warm milk | By clapping | With a bent spoon | By standing on one leg | With magnets | By drumming",
  ),
  reason: wordsOf(
    "To keep birds away | To save money | To keep warm | To scare off ghosts | For good luck | To win a bet | To hear better | To attract a mate | To hide from the rain | To mark the way | To cool down | To keep awake",
  ),
  thing: wordsOf(
    "A wooden spoon | A glass eye | Candle wax | A pocket watch | A brass bell | An umbrella | Old newspapers | A bag of flour | A weather vane | A pair of gloves | Marbles | A chamber pot | Goose feathers | A tin whistle | Snow globes | A walking stick | Postage stamps | A rope ladder | Soap | A music box | Bottle caps | A hat pin | A birdcage | Playing dice",
  ),
};

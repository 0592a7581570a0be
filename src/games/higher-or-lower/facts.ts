/** Something with a number. Pages know its name in their language by its id. */
export type Thing = { readonly id: string; readonly name: string; readonly value: number };

/** Things whose numbers can be compared. What is nearer than `gap` is never asked for together. */
export type Family = {
  readonly id: string;
  readonly unit: string;
  readonly gap: number;
  readonly things: readonly Thing[];
};

type Named = Readonly<Record<string, readonly [name: string, value: number]>>;

const family = (id: string, unit: string, gap: number, things: Named): Family => ({
  id,
  unit,
  gap,
  things: Object.entries(things).map(([thing, [name, value]]) => ({ id: thing, name, value })),
});

export const families: readonly Family[] = [
  family("mountain", "m", 100, {
    everest: ["Mount Everest", 8849],
    aconcagua: ["Aconcagua", 6961],
    denali: ["Denali", 6190],
    kilimanjaro: ["Kilimanjaro", 5895],
    montBlanc: ["Mont Blanc", 4806],
    matterhorn: ["Matterhorn", 4478],
    fuji: ["Mount Fuji", 3776],
    zugspitze: ["Zugspitze", 2962],
    kosciuszko: ["Mount Kosciuszko", 2228],
    benNevis: ["Ben Nevis", 1345],
  }),
  family("river", "km", 300, {
    nile: ["Nile", 6650],
    mississippi: ["Mississippi", 3770],
    volga: ["Volga", 3530],
    danube: ["Danube", 2850],
    ganges: ["Ganges", 2520],
    rhine: ["Rhine", 1230],
    loire: ["Loire", 1010],
    seine: ["Seine", 777],
    thames: ["Thames", 346],
  }),
  family("year", "", 5, {
    printing: ["Gutenberg's printed Bible", 1455],
    telescope: ["First telescope", 1608],
    balloon: ["First hot-air balloon flight with people", 1783],
    stamp: ["First postage stamp", 1840],
    telephone: ["Bell's telephone", 1876],
    xRays: ["Discovery of X-rays", 1895],
    plane: ["First motor flight of the Wright brothers", 1903],
    penicillin: ["Discovery of penicillin", 1928],
    sputnik: ["First satellite", 1957],
    moonLanding: ["First people on the Moon", 1969],
    web: ["Idea of the World Wide Web", 1989],
  }),
  family("planet", "million km", 30, {
    mercury: ["Mercury", 58],
    venus: ["Venus", 108],
    earth: ["Earth", 150],
    mars: ["Mars", 228],
    jupiter: ["Jupiter", 778],
    saturn: ["Saturn", 1430],
    uranus: ["Uranus", 2870],
    neptune: ["Neptune", 4500],
  }),
  family("element", "", 2, {
    hydrogen: ["Hydrogen", 1],
    carbon: ["Carbon", 6],
    oxygen: ["Oxygen", 8],
    aluminium: ["Aluminium", 13],
    iron: ["Iron", 26],
    copper: ["Copper", 29],
    silver: ["Silver", 47],
    gold: ["Gold", 79],
    lead: ["Lead", 82],
    uranium: ["Uranium", 92],
  }),
  family("animal", "km/h", 15, {
    falcon: ["Peregrine falcon, diving", 320],
    cheetah: ["Cheetah", 110],
    lion: ["Lion", 80],
    ostrich: ["Ostrich", 70],
    houseCat: ["House cat", 48],
    sprinter: ["Fastest sprinter", 45],
    chicken: ["Chicken", 14],
    tortoise: ["Giant tortoise", 0.3],
  }),
  family("building", "m", 15, {
    burjKhalifa: ["Burj Khalifa", 828],
    tokyoSkytree: ["Tokyo Skytree", 634],
    cnTower: ["CN Tower", 553],
    eiffelTower: ["Eiffel Tower", 330],
    cologneCathedral: ["Cologne Cathedral", 157],
    bigBen: ["Big Ben", 96],
    pisa: ["Leaning Tower of Pisa", 56],
    christRedeemer: ["Christ the Redeemer in Rio", 38],
    brandenburgGate: ["Brandenburg Gate", 26],
  }),
  family("country", "thousand km²", 30, {
    russia: ["Russia", 17_098],
    canada: ["Canada", 9985],
    brazil: ["Brazil", 8516],
    australia: ["Australia", 7688],
    india: ["India", 3287],
    mexico: ["Mexico", 1964],
    spain: ["Spain", 506],
    japan: ["Japan", 378],
    portugal: ["Portugal", 92],
    switzerland: ["Switzerland", 41],
  }),
];

const known = new Map(
  families.flatMap((one) => one.things.map((thing) => [thing.id, { family: one, thing }] as const)),
);

/** A thing with its family. */
export const thingOf = (id: string): { readonly family: Family; readonly thing: Thing } => {
  const found = known.get(id);
  if (found === undefined) throw new Error(`nothing is called "${id}"`);
  return found;
};

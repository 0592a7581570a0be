/** What a well-read player has in mind of a thing's number: rounded, so that near ones are a toss-up. */
const roughly: Readonly<Record<string, string>> = {
  mountain:
    "everest 8800 | aconcagua 7000 | denali 6000 | kilimanjaro 6000 | montBlanc 4800 | matterhorn 4500 | fuji 3800 | zugspitze 3000 | kosciuszko 2000 | benNevis 1300",
  river:
    "nile 6700 | mississippi 4000 | volga 3500 | danube 3000 | ganges 2500 | rhine 1200 | loire 1000 | seine 800 | thames 300",
  year: "printing 1450 | telescope 1600 | balloon 1780 | stamp 1850 | telephone 1880 | xRays 1900 | plane 1900 | penicillin 1930 | sputnik 1960 | moonLanding 1970 | web 1990",
  planet: "mercury 60 | venus 100 | earth 150 | mars 200 | jupiter 800 | saturn 1500 | uranus 3000 | neptune 4500",
  element:
    "hydrogen 1 | carbon 6 | oxygen 8 | aluminium 13 | iron 25 | copper 30 | silver 50 | gold 80 | lead 80 | uranium 90",
  animal: "falcon 300 | cheetah 110 | lion 80 | ostrich 70 | houseCat 50 | sprinter 45 | chicken 15 | tortoise 0.5",
  building:
    "burjKhalifa 800 | tokyoSkytree 600 | cnTower 550 | eiffelTower 300 | cologneCathedral 150 | bigBen 100 | pisa 60 | christRedeemer 40 | brandenburgGate 30",
  country:
    "russia 17000 | canada 10000 | brazil 8500 | australia 7500 | india 3000 | mexico 2000 | spain 500 | japan 400 | portugal 100 | switzerland 40",
};

const known = new Map(
  Object.values(roughly)
    .flatMap((texts) => texts.split(" | "))
    .map((text) => text.split(" ") as [string, string])
    .map(([id, number]) => [id, Number(number)]),
);

/** About what the number of a thing is; undefined where nobody here has heard of it. */
export const roughNumberOf = (id: string): number | undefined => known.get(id);

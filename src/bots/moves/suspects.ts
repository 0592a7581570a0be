import { aliasScene } from "./alias-scene.ts";
import { partOf, type Planner } from "./move.ts";

/** How often an alias is taken for a bot by who can't tell. */
const suspicion = 0.4;
/** As long as people take over a few names. */
const leastMs = 4000;
const spreadMs = 12_000;

/** Marks who may be a bot, as a bit for each alias. It can't tell: it goes by who said little, and by chance. */
export const suspects: Planner = (_ask, situation) => {
  const { own, random, leftMs, state } = situation;
  const scene = aliasScene(situation);
  const mine = new Set((own as { readonly aliases?: readonly string[] } | null)?.aliases);
  if (scene === undefined || partOf(state, "voted") === undefined) return undefined;
  const number = scene.aliases.reduce((sum, { id }, index) => {
    const said = scene.lines.filter((line) => line.alias === id).length;
    const chance = said === 0 ? suspicion / 2 : suspicion;
    return !mine.has(id) && random() < chance ? sum + 2 ** index : sum;
  }, 0);
  return { number, afterMs: Math.min(leastMs + spreadMs * random(), leftMs * 0.8) };
};

import type { Question } from "../core/game.ts";
import type { QuestionId } from "../core/ids.ts";
import { seededRandom, shuffle } from "../core/random.ts";
import { isPackId, type Packs } from "../packs/packs.ts";
import type { QuestionRequest, QuestionSource } from "./source.ts";

/** The questions of the pack that a request names. Whether the asker may play it is for `packFor` to say. */
export const packSource = (packs: Packs): QuestionSource => ({
  name: "pack",
  supply: () => Promise.resolve(0),
  async *make(request) {
    const pack = isPackId(request.pack) ? await packs.find(request.pack) : undefined;
    if (pack === undefined) throw new Error(`no pack ${request.pack}`);
    const questions = pack.questions.map((question) => ({ ...question, id: playedId(pack.id, question.id) }));
    const suited = request.suits === undefined ? questions : questions.filter(request.suits);
    const left = questions.length - suited.length;
    yield { questions: pick(suited, request), ...(left === 0 ? {} : { note: leftOut(left, questions.length) }) };
  },
});

const leftOut = (left: number, of: number): string =>
  `${left} of the pack’s ${of} questions can’t be played in this mode and ${left === 1 ? "is" : "are"} left out.`;

/** The id of a pack's question in games, which no other question has. */
const playedId = (pack: string, question: string): QuestionId => `pack-${pack}-${question}` as QuestionId;

/**
 * The whole pack in its order, when so many are wanted; otherwise a choice that the seed makes, of those not asked
 * yet before those asked longest ago, in the pack's order all the same.
 */
const pick = (questions: readonly Question[], { count, asked, hidden, seed }: QuestionRequest): readonly Question[] => {
  const open = questions.filter(({ id }) => !hidden.has(id));
  if (count >= open.length) return open;
  const order = new Map([...asked].map((id, index) => [id, index]));
  const askedAt = ({ id }: Question): number => order.get(id) ?? -1;
  const ranked = shuffle(open, seededRandom(`${seed}/pack`)).toSorted((a, b) => askedAt(a) - askedAt(b));
  const chosen = new Set(ranked.slice(0, count));
  return open.filter((question) => chosen.has(question));
};

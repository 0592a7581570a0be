/** A word of the lexicon as the automaton knows it: each run of one letter counted once. */
type Stem<T> = { readonly value: T; readonly runs: number; readonly counts: Uint8Array };

export type Hit<T> = { readonly value: T; readonly from: number; readonly to: number; readonly stretched: boolean };

/** Finds many words at once in one walk over a text (Aho and Corasick), with letters repeated any number of times. */
export class Automaton<T> {
  readonly #next: Uint16Array;
  readonly #found: readonly (readonly Stem<T>[] | undefined)[];

  /** Words of small letters from a to z. */
  constructor(words: readonly (readonly [word: string, value: T])[]) {
    const children: Map<number, number>[] = [new Map()];
    const found: Stem<T>[][] = [[]];
    for (const [word, value] of words) {
      const { letters, counts } = runsOf(word);
      let state = 0;
      for (const letter of letters) {
        let to = children[state]?.get(letter);
        if (to === undefined) {
          to = children.push(new Map()) - 1;
          found.push([]);
          children[state]?.set(letter, to);
        }
        state = to;
      }
      found[state]?.push({ value, runs: counts.length, counts });
    }
    this.#next = new Uint16Array(children.length * 26);
    this.#link(children, found);
    this.#found = found.map((stems) => (stems.length === 0 ? undefined : stems));
  }

  /** Fills in where each state goes on a letter that it has no child for, in order of depth. */
  #link(children: readonly Map<number, number>[], found: Stem<T>[][]): void {
    const fallback = new Uint16Array(children.length);
    const queue = [0];
    for (let state = queue.shift(); state !== undefined; state = queue.shift()) {
      const back = fallback[state] ?? 0;
      if (state !== 0) found[state]?.push(...(found[back] ?? []));
      for (let letter = 0; letter < 26; letter++) {
        const child = children[state]?.get(letter);
        const behind = state === 0 ? 0 : (this.#next[back * 26 + letter] ?? 0);
        this.#next[state * 26 + letter] = child ?? behind;
        if (child === undefined) continue;
        fallback[child] = behind;
        queue.push(child);
      }
    }
  }

  /** Everything that stands in a word of small letters from a to z; undefined when nothing does. */
  scan(word: string): Hit<T>[] | undefined {
    let hits: Hit<T>[] | undefined;
    let state = 0;
    let run = -1;
    let before = -1;
    for (let at = 0; at < word.length; at++) {
      const letter = word.charCodeAt(at) - 97;
      if (letter !== before) {
        run++;
        starts[run] = at;
        state = this.#next[state * 26 + letter] ?? 0;
        before = letter;
      }
      // A stem ends where its last run does.
      if (word.charCodeAt(at + 1) - 97 === letter) continue;
      for (const stem of this.#found[state] ?? nothing) {
        const hit = reach(stem, run, at + 1);
        if (hit !== undefined) (hits ??= []).push(hit);
      }
    }
    return hits;
  }
}

const nothing: readonly never[] = [];
/** Where the runs of the word at hand start; one array for all, as nothing here waits. */
const starts: number[] = [];

const reach = <T>(stem: Stem<T>, run: number, to: number): Hit<T> | undefined => {
  const first = run - stem.runs + 1;
  let stretched = false;
  for (let at = 0; at < stem.runs; at++) {
    const here = starts[first + at] ?? 0;
    const length = (at === stem.runs - 1 ? to : (starts[first + at + 1] ?? to)) - here;
    const meant = stem.counts[at] ?? 1;
    if (length < meant) return undefined;
    if (length > meant) stretched = true;
  }
  return { value: stem.value, from: starts[first] ?? 0, to, stretched };
};

const runsOf = (word: string): { readonly letters: readonly number[]; readonly counts: Uint8Array } => {
  const runs = word.match(/(.)\1*/g) ?? [];
  return { letters: runs.map((run) => run.charCodeAt(0) - 97), counts: Uint8Array.from(runs, (run) => run.length) };
};

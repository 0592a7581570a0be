/** The state of a lobby as the page sees it: plain values, nothing missing. */

export type Player = {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly score: number;
  readonly streak: number;
  readonly rank: number;
  readonly answered: boolean;
  readonly connected: boolean;
  readonly muted: boolean;
  /** How well a bot plays and how much it talks, between 0 and 1; both are 0 for people. */
  readonly skill: number;
  readonly talk: number;
  /** "skill" or "model"; "" for people. */
  readonly brain: string;
  /** The side they play for; "" where there are none. */
  readonly team: string;
  /** Whether they have seen the questions beforehand, and so don't play. */
  readonly seen: boolean;
};

type Question = {
  readonly id: string;
  readonly prompt: string;
  readonly choices: readonly string[];
  readonly category: string;
  readonly difficulty: string;
  readonly image: string;
};

type Reveal = {
  readonly key: number;
  readonly explanation: string;
  readonly counts: readonly number[];
  readonly struck: boolean;
};

type GameState = {
  readonly id: string;
  readonly mode: string;
  /** What the game is bound to; see docs/fairness.md. "" for nothing. */
  readonly commitment: string;
  /** While it lasts nobody chats by name. */
  readonly hushed: boolean;
  /** The mode's own parts of the view, by name, each as JSON. */
  readonly more: Readonly<Record<string, string>>;
  readonly number: number;
  readonly total: number;
  readonly phase: string;
  readonly phaseEndsAt: number;
  readonly phaseMs: number;
  readonly stopped: boolean;
  readonly paused: boolean;
  readonly remainingMs: number;
  /** How many have answered the open question. */
  readonly answered: number;
  readonly question: Question;
  readonly reveal: Reveal;
};

type Offer = {
  readonly id: string;
  readonly player: string;
  readonly mode: string;
  readonly topic: string;
  /** Where the questions come from; "" where nothing is said of it. */
  readonly source: string;
  /** How many questions; 0 for as many as the lobby is set to. */
  readonly count: number;
  readonly closesAt: number;
};

/** The picture of the topic; without an author nobody need be named for it. */
type Picture = { readonly url: string; readonly author: string; readonly authorUrl: string };

/** How far the making of questions is; all is empty while none are made. */
export type Building = { readonly stage: string; readonly done: number; readonly total: number };

/** How strict a lobby is with words, who writes links, how slowly one writes, and how newcomers are met; as in its settings. */
export type Rules = {
  readonly level: string;
  readonly links: string;
  readonly slowMode: number;
  readonly emergency: boolean;
  readonly holdLines: number;
  readonly holdMinutes: number;
  readonly joinWave: number;
};

/** Several games one after the other; without one all is empty. */
type Evening = {
  /** The game that is played, or was last, from 1. */
  readonly number: number;
  readonly total: number;
  /** Of the game that is played, or comes next. */
  readonly mode: string;
  readonly topic: string;
  /** When the next one begins, by the server's clock; 0 while none is due. */
  readonly nextAt: number;
  readonly over: boolean;
  /** The bot that leads; "" for none. */
  readonly leader: string;
  /** Points by player id, best first. */
  readonly scores: readonly (readonly [player: string, score: number])[];
};

export type LobbyState = {
  readonly code: string;
  readonly title: string;
  readonly topic: string;
  /** The mode that is played unless another is asked for, and what is set about it, as JSON. */
  readonly mode: string;
  readonly options: string;
  readonly status: string;
  readonly failureReason: string;
  readonly ownerId: string;
  /** Where the lobby's questions come from, unless something else is asked for. */
  readonly source: string;
  readonly locked: boolean;
  readonly maxPlayers: number;
  readonly startRule: string;
  readonly count: number;
  readonly seconds: number;
  /** So many times the seconds there are to answer. */
  readonly answerTime: number;
  readonly isPublic: boolean;
  readonly autoStart: boolean;
  /** What the owner wishes of the bots' company. */
  readonly prompt: string;
  readonly image: Picture;
  readonly building: Building;
  readonly players: readonly Player[];
  readonly spectators: number;
  readonly game: GameState;
  readonly offer: Offer;
  readonly evening: Evening;
  readonly degraded: boolean;
  /** The rules that the place is kept by. */
  readonly rules: Rules;
};

const last = Number.MAX_SAFE_INTEGER;

type Fields = Readonly<Record<string, unknown>>;

const fields = (value: unknown): Fields => (value ?? {}) as Fields;
const text = (value: unknown): string => (typeof value === "string" ? value : "");
const number = (value: unknown): number => (typeof value === "number" ? value : 0);
const list = <Item>(value: unknown, read: (item: unknown) => Item): readonly Item[] =>
  [...((value ?? []) as Iterable<unknown>)].map(read);
/** What is a map in a lobby is an object where a notice brought it: to the staff, who look at it from outside. */
const entries = (value: unknown): readonly (readonly [string, unknown])[] => {
  const map = value as Partial<Map<string, unknown>> | null | undefined;
  return typeof map?.entries === "function" ? [...map.entries()] : Object.entries(map ?? {});
};

/** Copies what the connection has decoded. A field that an older or newer server lacks becomes empty. */
export const readLobby = (state: unknown): LobbyState => {
  const lobby = fields(state);
  const { url, author, authorUrl } = fields(lobby["image"]);
  const { stage, done, total } = fields(lobby["building"]);
  const offer = fields(lobby["offer"]);
  return {
    code: text(lobby["code"]),
    title: text(lobby["title"]),
    topic: text(lobby["topic"]),
    mode: text(lobby["mode"]),
    options: text(lobby["options"]),
    status: text(lobby["status"]),
    failureReason: text(lobby["failureReason"]),
    ownerId: text(lobby["ownerId"]),
    source: text(lobby["source"]),
    locked: lobby["locked"] === true,
    maxPlayers: number(lobby["maxPlayers"]),
    startRule: text(lobby["startRule"]),
    count: number(lobby["count"]),
    seconds: number(lobby["seconds"]),
    answerTime: number(lobby["answerTime"]) || 1,
    isPublic: lobby["public"] === true,
    autoStart: lobby["autoStart"] === true,
    prompt: text(lobby["prompt"]),
    image: { url: text(url), author: text(author), authorUrl: text(authorUrl) },
    building: { stage: text(stage), done: number(done), total: number(total) },
    players: readPlayers(lobby["players"]),
    spectators: number(lobby["spectators"]),
    game: readGame(fields(lobby["game"])),
    offer: {
      id: text(offer["id"]),
      player: text(offer["player"]),
      mode: text(offer["mode"]),
      topic: text(offer["topic"]),
      source: text(offer["source"]),
      count: number(offer["count"]),
      closesAt: number(offer["closesAt"]),
    },
    evening: readEvening(fields(lobby["evening"])),
    degraded: lobby["degraded"] === true,
    rules: readRules(lobby),
  };
};

const readEvening = (evening: Fields): Evening => ({
  number: number(evening["number"]),
  total: number(evening["total"]),
  mode: text(evening["mode"]),
  topic: text(evening["topic"]),
  nextAt: number(evening["nextAt"]),
  over: evening["over"] === true,
  leader: text(evening["leader"]),
  scores: entries(evening["scores"])
    .map(([id, score]) => [id, number(score)] as const)
    .toSorted(([, one], [, other]) => other - one),
});

const readRules = (lobby: Fields): Rules => ({
  level: text(lobby["level"]),
  links: text(lobby["links"]),
  slowMode: number(lobby["slowMode"]),
  emergency: lobby["emergency"] === true,
  holdLines: number(lobby["holdLines"]),
  holdMinutes: number(lobby["holdMinutes"]),
  joinWave: number(lobby["joinWave"]),
});

/** Best first; who has no rank yet comes last, by name. */
const readPlayers = (players: unknown): readonly Player[] =>
  entries(players)
    .map(([, player]) => readPlayer(player))
    .toSorted((one, other) => (one.rank || last) - (other.rank || last) || one.name.localeCompare(other.name));

const readPlayer = (player: unknown): Player => {
  const { id, name, kind, score, streak, rank, answered, connected, muted, ...traits } = fields(player);
  return {
    id: text(id),
    name: text(name),
    kind: text(kind),
    score: number(score),
    streak: number(streak),
    rank: number(rank),
    answered: answered === true,
    connected: connected !== false,
    muted: muted === true,
    skill: number(traits.skill),
    talk: number(traits.talk),
    brain: text(traits.brain),
    team: text(traits["team"]),
    seen: traits["seen"] === true,
  };
};

const readGame = (game: Fields): GameState => {
  const { id, prompt, choices, category, difficulty, image } = fields(game["question"]);
  const { key, explanation, counts, struck } = fields(game["reveal"]);
  return {
    id: text(game["id"]),
    mode: text(game["mode"]),
    commitment: text(game["commitment"]),
    hushed: game["hushed"] === true,
    more: Object.fromEntries(entries(game["more"]).map(([name, value]) => [name, text(value)])),
    number: number(game["number"]),
    total: number(game["total"]),
    phase: text(game["phase"]),
    phaseEndsAt: number(game["phaseEndsAt"]),
    phaseMs: number(game["phaseMs"]),
    stopped: game["stopped"] === true,
    paused: game["paused"] === true,
    remainingMs: number(game["remainingMs"]),
    answered: number(game["answered"]),
    question: {
      id: text(id),
      prompt: text(prompt),
      choices: list(choices, text),
      category: text(category),
      difficulty: text(difficulty),
      image: text(image),
    },
    reveal: {
      key: typeof key === "number" ? key : -1,
      explanation: text(explanation),
      counts: list(counts, number),
      struck: struck === true,
    },
  };
};

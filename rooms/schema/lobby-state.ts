import { schema, type SchemaType, t } from "@colyseus/schema";

/** The synced screen of a lobby. Written by `mirror` alone and never read to decide. */

export const PlayerState = schema(
  {
    id: t.string().default(""),
    name: t.string().default(""),
    kind: t.string().default(""),
    avatar: t.string().default(""),
    team: t.string().default(""),
    // A number takes as many bytes as it needs, which is fewer.
    score: t.number().default(0),
    streak: t.number().default(0),
    rank: t.number().default(0),
    answered: t.boolean().default(false),
    connected: t.boolean().default(true),
    muted: t.boolean().default(false),
    skill: t.float32().default(0),
    talk: t.float32().default(0),
    brain: t.string().default(""),
    seen: t.boolean().default(false),
  },
  "Player",
);

const ImageState = schema(
  { url: t.string().default(""), author: t.string().default(""), authorUrl: t.string().default("") },
  "Image",
);

const BuildingState = schema(
  { stage: t.string().default(""), done: t.uint16().default(0), total: t.uint16().default(0) },
  "Building",
);

const QuestionState = schema(
  {
    id: t.string().default(""),
    prompt: t.string().default(""),
    choices: t.array("string"),
    category: t.string().default(""),
    difficulty: t.string().default(""),
    image: t.string().default(""),
  },
  "Question",
);

const RevealState = schema(
  {
    key: t.int8().default(-1),
    explanation: t.string().default(""),
    counts: t.array("uint16"),
    struck: t.boolean().default(false),
  },
  "Reveal",
);

const GameState = schema(
  {
    id: t.string().default(""),
    mode: t.string().default(""),
    number: t.uint16().default(0),
    total: t.uint16().default(0),
    phase: t.string().default(""),
    phaseEndsAt: t.float64().default(0),
    phaseMs: t.uint32().default(0),
    stopped: t.boolean().default(false),
    paused: t.boolean().default(false),
    remainingMs: t.uint32().default(0),
    question: QuestionState,
    reveal: RevealState,
    hushed: t.boolean().default(false),
    /** How many have answered; of a crowd it is not shown who. */
    answered: t.uint16().default(0),
    more: t.map("string"),
    commitment: t.string().default(""),
  },
  "Game",
);

const OfferState = schema(
  {
    id: t.string().default(""),
    player: t.string().default(""),
    mode: t.string().default(""),
    topic: t.string().default(""),
    source: t.string().default(""),
    count: t.uint16().default(0),
    closesAt: t.float64().default(0),
  },
  "Offer",
);

const EveningState = schema(
  {
    number: t.uint8().default(0),
    total: t.uint8().default(0),
    mode: t.string().default(""),
    topic: t.string().default(""),
    nextAt: t.float64().default(0),
    over: t.boolean().default(false),
    leader: t.string().default(""),
    scores: t.map("int32"),
  },
  "Evening",
);

export const LobbyState = schema(
  {
    code: t.string().default(""),
    title: t.string().default(""),
    topic: t.string().default(""),
    status: t.string().default("idle"),
    failureReason: t.string().default(""),
    ownerId: t.string().default(""),
    mode: t.string().default(""),
    source: t.string().default(""),
    locked: t.boolean().default(false),
    maxPlayers: t.uint16().default(0),
    startRule: t.string().default("owner"),
    prompt: t.string().default(""),
    image: ImageState,
    building: BuildingState,
    players: t.map(PlayerState),
    spectators: t.uint16().default(0),
    game: GameState,
    offer: OfferState,
    degraded: t.boolean().default(false),
    level: t.string().default("standard"),
    links: t.string().default("staff"),
    slowMode: t.uint8().default(0),
    emergency: t.boolean().default(false),
    holdLines: t.uint8().default(0),
    holdMinutes: t.uint8().default(0),
    joinWave: t.uint8().default(0),
    count: t.uint8().default(0),
    seconds: t.uint16().default(0),
    answerTime: t.float32().default(1),
    public: t.boolean().default(false),
    autoStart: t.boolean().default(false),
    options: t.string().default("{}"),
    evening: EveningState,
  },
  "Lobby",
);
export type LobbyState = SchemaType<typeof LobbyState>;

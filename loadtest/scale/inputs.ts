/** What one unit of each kind of work costs the server processes together, Redis and PostgreSQL. */
export type Cost = {
  readonly cpuUs: number;
  readonly redisCommands: number;
  readonly redisCpuUs: number;
  readonly commits: number;
  readonly walBytes: number;
  readonly postgresCpuUs: number;
};

/** What people do: how often, each person and second. */
type Habits = {
  readonly lobbySize: number;
  /** Seconds between two questions, and between two lines of one person. */
  readonly answerEvery: number;
  readonly lineEvery: number;
  /** Seconds that somebody stays, and times that they lose the connection meanwhile. */
  readonly stay: number;
  readonly returns: number;
  /** Seconds that a lobby, and a game, lasts. */
  readonly lobbyLasts: number;
  readonly gameLasts: number;
};

export type Work = "signIn" | "make" | "join" | "line" | "begin" | "answer" | "leave";

export type Inputs = {
  readonly costs: Readonly<Record<Work, Cost>>;
  /** What a process does anyway, each second. */
  readonly pulse: Cost;
  readonly habits: Habits;
  /** To each reader of a line, and to each player in a round. */
  readonly lineBytes: number;
  readonly roundBytes: number;
  /** Of headers around each frame on the way (TCP, IP, TLS), and frames of a round. */
  readonly frameOverhead: number;
  readonly framesARound: number;
  readonly joinBytes: number;
  readonly listingBytes: number;
  /** Seconds after which every process reads all listings, and what a process takes to read one, in µs. */
  readonly listingsEvery: number;
  readonly listingUs: number;
  readonly redisListingUs: number;
  readonly connectionKib: number;
  readonly processMib: number;
  /** How much of a core a process may use before it is late. */
  readonly busyUpTo: number;
  readonly poolSize: number;
  /** What an event takes in the database with its index, and how many events a question of a lobby has beside answers. */
  readonly eventBytes: number;
  readonly eventsAQuestion: number;
  /** Days that events are kept, and how many hours of a day are as busy as is reckoned here. */
  readonly daysKept: number;
  readonly busyHours: number;
};

const cost = (
  cpuUs: number,
  redisCommands: number,
  redisCpuUs: number,
  commits: number,
  walBytes: number,
  postgresCpuUs: number,
): Cost => ({ cpuUs, redisCommands, redisCpuUs, commits, walBytes, postgresCpuUs });

/**
 * Measured by `node loadtest/stores.ts` (costs, listings) and `npm run loadtest` (bytes, memory): the machine was busy,
 * so that processor times are rather too high. `node loadtest/scale.ts --inputs FILE` takes others.
 */
export const measured: Inputs = {
  costs: {
    signIn: cost(1400, 4, 60, 0, 410, 20),
    make: cost(15_400, 18, 450, 4, 14_800, 3900),
    join: cost(5500, 20, 300, 1, 950, 1200),
    line: cost(1500, 0, 5, 1, 1700, 400),
    begin: cost(3500, 6, 130, 2, 6800, 2400),
    answer: cost(780, 0, 1, 0.9, 1000, 500),
    leave: cost(330, 3.5, 33, 0.15, 350, 100),
  },
  pulse: cost(7000, 2.6, 850, 1, 170, 450),
  habits: { lobbySize: 8, answerEvery: 20, lineEvery: 20, stay: 1200, returns: 0.5, lobbyLasts: 1800, gameLasts: 300 },
  lineBytes: 176,
  roundBytes: 575,
  frameOverhead: 66,
  framesARound: 4,
  joinBytes: 3300,
  listingBytes: 374,
  listingsEvery: 2,
  listingUs: 4.3,
  redisListingUs: 0.7,
  connectionKib: 30,
  processMib: 230,
  busyUpTo: 0.7,
  poolSize: 10,
  eventBytes: 600,
  eventsAQuestion: 4,
  daysKept: 30,
  busyHours: 8,
};

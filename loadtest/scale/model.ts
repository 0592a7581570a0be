import type { Cost, Inputs, Work } from "./inputs.ts";

/** What so many people at the same time need. */
export type Needs = {
  readonly players: number;
  readonly lobbies: number;
  readonly processes: number;
  /** How long the process that reads all listings stands still for it, in ms. */
  readonly listingStallMs: number;
  readonly memoryGib: number;
  readonly egressMbit: number;
  readonly joins: number;
  readonly redisCommands: number;
  /** Of one core; Redis has no more. */
  readonly redisShare: number;
  readonly redisListingMbytes: number;
  readonly commits: number;
  readonly walMbytes: number;
  readonly postgresCores: number;
  readonly connectionsToPostgres: number;
  readonly storedTb: number;
};

/** How often each kind of work comes, for one person and second. */
const ratesOf = ({ habits }: Inputs): Readonly<Record<Work, number>> => {
  const { lobbySize, answerEvery, lineEvery, stay, returns, lobbyLasts, gameLasts } = habits;
  return {
    signIn: 1 / stay,
    make: 1 / (lobbyLasts * lobbySize),
    join: (1 + returns) / stay,
    line: 1 / lineEvery,
    begin: 1 / (gameLasts * lobbySize),
    answer: 1 / answerEvery,
    leave: (1 + returns) / stay,
  };
};

/** The cost of one person and second: the sum over all work of how often it comes times what it costs. */
export const costOfPerson = (inputs: Inputs): Cost => {
  const rates = ratesOf(inputs);
  const sum = (field: keyof Cost): number =>
    (Object.keys(rates) as Work[]).reduce((total, work) => total + rates[work] * inputs.costs[work][field], 0);
  return {
    cpuUs: sum("cpuUs"),
    redisCommands: sum("redisCommands"),
    redisCpuUs: sum("redisCpuUs"),
    commits: sum("commits"),
    walBytes: sum("walBytes"),
    postgresCpuUs: sum("postgresCpuUs"),
  };
};

/** Bytes to each person a second, headers on the way included. */
export const bytesToPerson = (inputs: Inputs): number => {
  const { habits, lineBytes, roundBytes, frameOverhead, framesARound, joinBytes } = inputs;
  const lines = (habits.lobbySize / habits.lineEvery) * (lineBytes + frameOverhead);
  const rounds = (roundBytes + framesARound * frameOverhead) / habits.answerEvery;
  return lines + rounds + ratesOf(inputs).join * joinBytes;
};

/** Bytes that each person and second adds to the journal. */
const storedByPerson = ({ habits, eventsAQuestion, eventBytes }: Inputs): number =>
  (1 / habits.lineEvery + (1 + eventsAQuestion / habits.lobbySize) / habits.answerEvery) * eventBytes;

export const needsOf = (inputs: Inputs, players: number): Needs => {
  const { habits, pulse, busyUpTo } = inputs;
  const each = costOfPerson(inputs);
  const lobbies = Math.ceil(players / habits.lobbySize);
  const work = (players * each.cpuUs) / 1e6;
  const idle = pulse.cpuUs / 1e6;
  // One process a round reads them, whichever it is.
  const listings = lobbies / inputs.listingsEvery;
  const reading = (listings * inputs.listingUs) / 1e6;
  const running = Math.max(1, Math.ceil((work + reading) / (busyUpTo - idle)));
  return {
    players,
    lobbies,
    processes: running,
    listingStallMs: (lobbies * inputs.listingUs) / 1e3,
    memoryGib: (players * inputs.connectionKib) / 2 ** 20 + (running * inputs.processMib) / 2 ** 10,
    egressMbit: (players * bytesToPerson(inputs) * 8) / 1e6,
    joins: players * ratesOf(inputs).join,
    redisCommands: players * each.redisCommands + running * pulse.redisCommands,
    redisShare: (players * each.redisCpuUs + running * pulse.redisCpuUs + listings * inputs.redisListingUs) / 1e6,
    redisListingMbytes: (listings * inputs.listingBytes) / 1e6,
    commits: players * each.commits + running * pulse.commits,
    walMbytes: (players * each.walBytes + running * pulse.walBytes) / 1e6,
    postgresCores: (players * each.postgresCpuUs + running * pulse.postgresCpuUs) / 1e6,
    connectionsToPostgres: running * inputs.poolSize,
    storedTb: (players * storedByPerson(inputs) * inputs.daysKept * inputs.busyHours * 3600) / 1e12,
  };
};

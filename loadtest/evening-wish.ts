/** How an evening goes; all lengths in ms. */
export type EveningWish = {
  /** Lobbies at the same time in this load process. */
  readonly lobbies: number;
  /** The most in one lobby; there are half as many to as many. */
  readonly players: number;
  /** About so long; the last lobbies are together until their own time is over. */
  readonly ms: number;
  /** About how long a lobby is together. */
  readonly lifeMs: number;
  /** How long somebody thinks at most before they answer. */
  readonly thinkMs: number;
  /** Between two lines of one person, on average. */
  readonly lineEveryMs: number;
  /** Of those in a lobby: who lose the connection and come back, and who lose it for good. */
  readonly returns: number;
  readonly drops: number;
  /** Of the lobbies: which are deleted when all have gone, and which have a bot. */
  readonly deleted: number;
  readonly withBot: number;
  readonly seed: number;
};

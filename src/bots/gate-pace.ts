import { defaultGate, type GateSettings } from "./gate-settings.ts";

/** The ordinary caps at another pace: for demonstrations and tests in which everything is faster. */
export const gateAt = (pace: number): GateSettings => {
  const { mention, lull, offer, alone } = defaultGate;
  const ms = (time: number): number => time * pace;
  return {
    ...defaultGate,
    mention: {
      ...mention,
      everyMs: ms(mention.everyMs),
      replyMs: ms(mention.replyMs),
      waitMs: ms(mention.waitMs),
      breakMs: ms(mention.breakMs),
    },
    botRestMs: ms(defaultGate.botRestMs),
    lobbyRestMs: ms(defaultGate.lobbyRestMs),
    inARowMs: ms(defaultGate.inARowMs),
    perMinute: Math.ceil(defaultGate.perMinute / pace),
    alone: { ...alone, withinMs: ms(alone.withinMs) },
    lull: { afterMs: ms(lull.afterMs), everyMs: ms(lull.everyMs) },
    offer: { afterMs: ms(offer.afterMs), everyMs: ms(offer.everyMs) },
  };
};

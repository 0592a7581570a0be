import type { GateSettings } from "./gate-settings.ts";

/** The caps at another pace: for demonstrations and tests in which everything is faster. */
export const gateAt = (settings: GateSettings, pace: number): GateSettings => {
  const { mention, lull, offer, alone } = settings;
  const ms = (time: number): number => time * pace;
  return {
    ...settings,
    mention: {
      ...mention,
      everyMs: ms(mention.everyMs),
      replyMs: ms(mention.replyMs),
      waitMs: ms(mention.waitMs),
      breakMs: ms(mention.breakMs),
    },
    botRestMs: ms(settings.botRestMs),
    lobbyRestMs: ms(settings.lobbyRestMs),
    inARowMs: ms(settings.inARowMs),
    perMinute: Math.ceil(settings.perMinute / pace),
    alone: { ...alone, withinMs: ms(alone.withinMs) },
    lull: { afterMs: ms(lull.afterMs), everyMs: ms(lull.everyMs) },
    offer: { afterMs: ms(offer.afterMs), everyMs: ms(offer.everyMs) },
  };
};

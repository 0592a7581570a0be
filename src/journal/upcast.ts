/**
 * Brings stored events up to date. Events are stored for ever, in the shape they had when they happened;
 * the rules know one shape. A change of an event's shape adds a line here, and a test with the old shape.
 */

/**
 * Raised when events are stored from now on that a version of before would misread: with a field that changes what the
 * others mean, say. Only processes of this shape or a later one take over what was written by one of this shape. Events
 * of a type that an older version does not know it notices by itself.
 */
export const eventShape = 2;

type Stored = { readonly type: string; readonly [field: string]: unknown };
type Upcast = (event: Stored) => Stored;

/** By event type: how an older shape becomes the present one. */
const upcasts: Readonly<Record<string, Upcast>> = {
  // Until 0.1 a bot that was asked for without a wish was stored without the fields.
  // Until 0.2 there were no packs.
  created: (event) => ({
    ...event,
    bots: wishesOf(event["bots"]),
    settings: { prompt: "", ...packless(event["settings"]) },
  }),
  ordered: (event) => ({ ...event, order: packless(event["order"]) }),
  bots_changed: (event) => ({ ...event, bots: wishesOf(event["bots"]) }),
};

const wishesOf = (bots: unknown): unknown =>
  Array.isArray(bots)
    ? bots.map((wish: object) => ({ persona: null, skill: null, talk: null, brain: null, ...wish }))
    : bots;

const packless = (wish: unknown): object => ({ pack: "", ...(wish as object) });

/** The event in its present shape. */
export const upcast = (stored: unknown): Stored => {
  const event = stored as Stored;
  const mend = Object.hasOwn(upcasts, event.type) ? upcasts[event.type] : undefined;
  return mend === undefined ? event : mend(event);
};

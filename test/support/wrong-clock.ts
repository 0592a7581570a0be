/** Imported first, this sets a process' clock wrong by as many ms as the environment says. */
const wrongBy = Number(process.env["CLOCK_WRONG_BY"]);
const right = Date.now.bind(Date);
Date.now = () => right() + wrongBy;
globalThis.Date = class extends Date {
  constructor(...given: unknown[]) {
    super(...((given.length === 0 ? [Date.now()] : given) as [number]));
  }
} as DateConstructor;

import { AsyncLocalStorage } from "node:async_hooks";
import type { IncomingMessage, ServerResponse } from "node:http";

/** The connection that a request came by, of which the routes are told nothing. */
export type Caller = {
  /** Aborted when the connection is lost before the request is answered. */
  readonly gone: () => AbortSignal;
  /** How long the request's body may take from now on, before the connection is closed. */
  readonly giveTime: (ms: number) => void;
};

const callers = new AsyncLocalStorage<Caller>();

/** Whose request this is, within what was started by `callFor`; a stand-in elsewhere. */
export const caller = (): Caller => callers.getStore() ?? nobody;

const nobody: Caller = { gone: () => new AbortController().signal, giveTime: () => {} };

/** Does what a request asks for. */
export const callFor = (by: Caller, work: () => void): void => callers.run(by, work);

/**
 * Closes the connection of a request whose body has not come within `bodyMs`: who sends little by little, or nothing
 * more, holds nothing of ours for long.
 */
export const callerOf = (request: IncomingMessage, response: ServerResponse, bodyMs: number): Caller => {
  let timer: NodeJS.Timeout | undefined;
  const giveTime = (ms: number): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (!request.complete) request.socket.destroy();
    }, ms).unref();
  };
  giveTime(bodyMs);
  request.once("close", () => clearTimeout(timer));
  const gone = (): AbortSignal => {
    const controller = new AbortController();
    if (response.closed && !response.writableFinished) controller.abort();
    response.once("close", () => {
      if (!response.writableFinished) controller.abort();
    });
    return controller.signal;
  };
  return { gone, giveTime };
};

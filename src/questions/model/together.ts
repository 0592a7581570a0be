/** A piece of work that gives items on its way. */
export type Task<T> = (emit: (item: T) => void) => Promise<void>;

/**
 * What several tasks emit, as it comes, with at most `most` of them at a time. When one fails, those under way are
 * waited for, no other is begun, and then the failure is thrown. Ends at once when the signal is aborted.
 */
export async function* together<T>(tasks: readonly Task<T>[], most: number, signal: AbortSignal): AsyncGenerator<T> {
  const waiting = [...tasks];
  const items: T[] = [];
  const failures: unknown[] = [];
  let running = 0;
  let news = Promise.withResolvers<void>();
  const emit = (item: T): void => {
    items.push(item);
    news.resolve();
  };
  const work = async (): Promise<void> => {
    running++;
    try {
      for (let task = waiting.shift(); task !== undefined; task = waiting.shift()) await task(emit);
    } catch (error) {
      failures.push(error);
      waiting.length = 0;
    }
    running--;
    news.resolve();
  };
  const wake = (): void => news.resolve();
  signal.addEventListener("abort", wake, { once: true });
  try {
    for (let i = 0; i < Math.min(most, tasks.length); i++) void work();
    while (true) {
      yield* items.splice(0);
      if (signal.aborted) return;
      if (running === 0 && items.length === 0) break;
      await news.promise;
      news = Promise.withResolvers();
    }
  } finally {
    waiting.length = 0;
    signal.removeEventListener("abort", wake);
  }
  if (failures.length > 0) throw failures[0];
}

/** Does all tasks, so many at a time. */
export const inParallel = async <T>(
  most: number,
  tasks: readonly T[],
  run: (task: T) => Promise<void>,
): Promise<void> => {
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < tasks.length) await run(tasks[next++] as T);
  };
  await Promise.all(Array.from({ length: Math.min(most, tasks.length) }, worker));
};

import { execFileSync } from "node:child_process";

/** How many files and sockets a process of ours may have open: Node takes all it is allowed when it starts. */
export const mostHandles = (): number => {
  try {
    const limit = execFileSync("sh", ["-c", "ulimit -Hn"], { encoding: "utf8" }).trim();
    return limit === "unlimited" ? Number.POSITIVE_INFINITY : Number(limit);
  } catch {
    // Where there is no shell there is no such limit.
    return Number.POSITIVE_INFINITY;
  }
};

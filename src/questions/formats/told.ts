import { type Fault, LIMITS } from "./pack.ts";

/** As many faults as are told, the last of them saying how many more there are. */
export const told = (faults: readonly Fault[], most: number = LIMITS.told): readonly Fault[] => {
  const rest = faults.length - most;
  if (rest <= 0) return faults;
  const kept = faults.slice(0, most - 1);
  return [
    ...kept,
    { line: faults[kept.length]?.line ?? 1, field: "file", reason: `there are ${rest + 1} more of these` },
  ];
};

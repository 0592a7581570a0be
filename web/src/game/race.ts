import type { RefObject } from "preact";
import { useLayoutEffect } from "preact/hooks";
import { wantsNoMotion } from "./motion.ts";

/** The points fly in, then they are counted, and the lines change places last. */
export const raceMs = { fly: 800, count: 700, climbAfter: 1300, climb: 700 } as const;

/**
 * Lets the points of a ranking fly in and its lines go from where they stood to where they stand. `stood` has, for each
 * line, its place before; undefined for who had none. One's own points come from the figure in one's own result.
 */
export const useRace = (
  body: RefObject<HTMLTableSectionElement | null>,
  stood: readonly (number | undefined)[],
): void =>
  useLayoutEffect(() => {
    const rows = [...(body.current?.rows ?? [])];
    if (wantsNoMotion() || stood.every((place) => place === undefined)) return undefined;
    const moves = rows.flatMap((row, place) => [...flight(row, place), ...climb(row, rows[stood[place] ?? place])]);
    return () => moves.forEach((move) => move.cancel());
  }, []);

const climb = (row: HTMLElement, from: HTMLElement | undefined): readonly Animation[] => {
  const way = (from?.offsetTop ?? row.offsetTop) - row.offsetTop;
  if (way === 0) return [];
  const timing = { delay: raceMs.climbAfter, duration: raceMs.climb, easing: "cubic-bezier(0.4, 0, 0.2, 1)" } as const;
  return [
    row.animate([{ transform: `translateY(${way}px)` }, { transform: "none" }], { ...timing, fill: "backwards" }),
  ];
};

const flight = (row: HTMLElement, place: number): readonly Animation[] => {
  const gain = row.querySelector<HTMLElement>(".gain");
  if (gain === null) return [];
  const to = gain.getBoundingClientRect();
  const own = row.classList.contains("me") ? document.querySelector(".my-result dd") : null;
  const from = own?.getBoundingClientRect() ?? { x: to.x + (row.matches(":dir(rtl)") ? 60 : -60), y: to.y };
  const start = `translate(${from.x - to.x}px, ${from.y - to.y}px) scale(${own === null ? 1 : 1.5})`;
  return [
    gain.animate(
      [
        { transform: start, opacity: 0 },
        { opacity: 1, offset: 0.25 },
        { transform: "none", opacity: 1 },
      ],
      {
        delay: own === null ? 100 + place * 40 : 0,
        duration: raceMs.fly,
        easing: "cubic-bezier(0.3, 0.7, 0.2, 1)",
        fill: "backwards",
      },
    ),
  ];
};

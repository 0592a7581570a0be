import { useRef } from "preact/hooks";
import { ticksUpTo } from "../admin/health/scale.ts";
import { useWidth } from "../admin/health/use-width.ts";
import { say } from "../text/say.ts";
import type { Week } from "./profile.ts";
import { numberText, weekText } from "./words.ts";

const height = 180;
const left = 52;
const right = 6;
const top = 8;
const bottom = 24;
const weekMs = 7 * 86_400_000;
const leastWeeks = 8;
const mostWeeks = 26;
/** So much room does the name of a week need. */
const labelWidth = 56;

/** All weeks from the first of some to this one, those without a game as well. */
const filled = (weeks: readonly Week[], now: number): readonly Week[] => {
  const last = weeks.at(-1)?.at ?? 0;
  const current = last + Math.max(0, Math.floor((now - last) / weekMs)) * weekMs;
  const since = Math.round((current - (weeks[0]?.at ?? current)) / weekMs) + 1;
  const count = Math.min(mostWeeks, Math.max(leastWeeks, since));
  const known = new Map(weeks.map((week) => [week.at, week]));
  return Array.from({ length: count }, (_, index) => {
    const at = current - (count - 1 - index) * weekMs;
    return known.get(at) ?? { at, score: 0, games: 0 };
  });
};

/** Points by week as columns, and as a table for who does not see them. */
export const WeekChart = ({ weeks }: { readonly weeks: readonly Week[] }) => {
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const shown = filled(weeks, Date.now());
  const best = weeks.reduce<Week | undefined>(
    (most, week) => (week.score > (most?.score ?? 0) ? week : most),
    undefined,
  );
  const ticks = ticksUpTo(best?.score ?? 0);
  const end = ticks.at(-1) ?? 1;
  const step = (width - left - right) / shown.length;
  const y = (value: number) => top + (height - top - bottom) * (1 - value / end);
  const every = Math.ceil(labelWidth / step);
  const said =
    best === undefined
      ? say("people:weeks.none")
      : say("people:weeks.most", { week: weekText(best.at), points: numberText(best.score) });
  return (
    <section class="card" aria-labelledby="weeks-title" data-testid="weeks">
      <h2 id="weeks-title">{say("people:weeks.title")}</h2>
      <div ref={box}>
        <svg
          class="week-chart"
          width={width}
          height={height}
          viewBox={`0 0 ${width} ${height}`}
          role="img"
          aria-label={said}
        >
          {ticks.map((tick) => (
            <g key={tick}>
              <line class="grid" x1={left} x2={width - right} y1={y(tick)} y2={y(tick)} />
              <text class="axis" x={left - 6} y={y(tick) + 4} text-anchor="end">
                {numberText(tick)}
              </text>
            </g>
          ))}
          {shown.map(({ at, score, games }, index) => (
            <g key={at}>
              <rect
                class="column"
                x={left + index * step + step * 0.15}
                width={step * 0.7}
                y={y(score)}
                height={Math.max(0, y(0) - y(score))}
                rx={Math.min(4, step * 0.2)}
              >
                <title>{say("people:weeks.one", { week: weekText(at), points: numberText(score), games })}</title>
              </rect>
              {(shown.length - 1 - index) % every === 0 && (
                <Label at={at} middle={left + (index + 0.5) * step} last={width} />
              )}
            </g>
          ))}
        </svg>
      </div>
      <WeekTable weeks={weeks} />
    </section>
  );
};

/** Below the middle of its column, unless that would be beyond the edge. */
const Label = ({ at, middle, last }: { readonly at: number; readonly middle: number; readonly last: number }) => {
  const isLast = middle + labelWidth / 2 > last;
  return (
    <text class="axis" x={isLast ? last : middle} y={height - 6} text-anchor={isLast ? "end" : "middle"}>
      {weekText(at)}
    </text>
  );
};

const WeekTable = ({ weeks }: { readonly weeks: readonly Week[] }) => (
  <div class="doors">
    <details data-testid="weeks-table">
      <summary>{say("people:weeks.table")}</summary>
      <table>
        <caption class="for-ears">{say("people:weeks.title")}</caption>
        <thead>
          <tr>
            <th scope="col">{say("people:weeks.from")}</th>
            <th scope="col" class="figure">
              {say("people:table.games")}
            </th>
            <th scope="col" class="figure">
              {say("people:table.points")}
            </th>
          </tr>
        </thead>
        <tbody>
          {weeks.toReversed().map(({ at, score, games }) => (
            <tr key={at}>
              <th scope="row">{weekText(at)}</th>
              <td class="figure">{numberText(games)}</td>
              <td class="figure">{numberText(score)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {weeks.length === 0 && <p class="muted">{say("people:weeks.noGames")}</p>}
    </details>
  </div>
);

import { useRef } from "preact/hooks";
import type { Usage } from "../../../../src/protocol/admin.ts";
import { inDates, inFigures } from "../../text/figures.ts";
import { say } from "../../text/say.ts";
import { figureWords } from "../words.ts";
import { ticksUpTo } from "../health/scale.ts";
import { useWidth } from "../health/use-width.ts";

type Props = Pick<Usage, "days" | "currency">;

const height = 180;
const left = 44;
const right = 20;
const bottom = 22;
const top = 8;

const dayWords = (day: string): string => {
  const at = Date.parse(day);
  return Number.isNaN(at) ? day : inDates(at, { day: "numeric", month: "short", timeZone: "UTC" });
};

/** Tokens by day as bars, and everything as a table. */
export const DayBars = ({ days, currency }: Props) => {
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const most = Math.max(1, ...days.map(({ tokens }) => tokens));
  const ticks = ticksUpTo(most);
  const end = ticks.at(-1) ?? most;
  const y = (tokens: number) => top + (height - top - bottom) * (1 - tokens / end);
  const step = (width - left - right) / Math.max(1, days.length);
  return (
    <section class="card" aria-labelledby="days">
      <h2 id="days">{say("adminServer:use.byDay")}</h2>
      {days.length === 0 ? (
        <p class="muted">{say("adminServer:use.nothing")}</p>
      ) : (
        <div ref={box}>
          <svg class="chart" width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
            {ticks.map((tick) => (
              <g key={tick}>
                <line class="grid" x1={left} x2={width - right} y1={y(tick)} y2={y(tick)} />
                <text class="axis" x={left - 6} y={y(tick) + 4} text-anchor="end">
                  {inFigures(tick, { notation: "compact" })}
                </text>
              </g>
            ))}
            {days.map(({ day, tokens, calls }, index) => (
              <g key={day}>
                <rect
                  class="bar-of-day"
                  x={left + index * step + step * 0.15}
                  width={step * 0.7}
                  y={y(tokens)}
                  height={y(0) - y(tokens)}
                  rx="2"
                />
                <rect class="hit" x={left + index * step} width={step} y={top} height={height - top - bottom}>
                  <title>{say("adminServer:use.dayTitle", { day: dayWords(day), tokens, calls })}</title>
                </rect>
                {(days.length - 1 - index) % Math.ceil((days.length * 64) / width) === 0 && (
                  <text class="axis" x={left + (index + 0.5) * step} y={height - 6} text-anchor="middle">
                    {dayWords(day)}
                  </text>
                )}
              </g>
            ))}
          </svg>
          <details class="as-table">
            <summary>{say("admin:asTable")}</summary>
            <DayTable days={days} currency={currency} />
          </details>
        </div>
      )}
    </section>
  );
};

const DayTable = ({ days, currency }: Props) => (
  <table class="rows is-small">
    <thead>
      <tr>
        <th scope="col">{say("adminServer:use.day")}</th>
        <th scope="col" class="figure">
          {say("adminServer:use.calls")}
        </th>
        <th scope="col" class="figure">
          {say("adminServer:use.tokens")}
        </th>
        <th scope="col" class="figure">
          {say("adminServer:use.cost")}
        </th>
      </tr>
    </thead>
    <tbody>
      {days.toReversed().map(({ day, calls, tokens, cost }) => (
        <tr key={day}>
          <th scope="row" data-name={say("adminServer:use.day")}>
            {day}
          </th>
          <td data-name={say("adminServer:use.calls")} class="figure">
            {inFigures(calls)}
          </td>
          <td data-name={say("adminServer:use.tokens")} class="figure">
            {inFigures(tokens)}
          </td>
          <td data-name={say("adminServer:use.cost")} class="figure">
            {cost === null ? say("adminServer:use.noPrice") : `${figureWords(cost)} ${currency}`}
          </td>
        </tr>
      ))}
    </tbody>
  </table>
);

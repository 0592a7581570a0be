import type { ProcessHealth } from "../../../../src/protocol/admin.ts";
import { inFigures } from "../../text/figures.ts";
import { sayRich } from "../../text/rich.ts";
import { say } from "../../text/say.ts";
import { Ago } from "../when.tsx";
import { bytesWords } from "../words.ts";

type Props = {
  readonly processes: readonly ProcessHealth[];
  /** In the order of the charts, whose colours they have. */
  readonly names: readonly string[];
};

/** Each process as it does now; also the key to the charts' colours. */
export const Processes = ({ processes, names }: Props) => (
  <ul class="processes" data-testid="processes">
    {processes.map((one) => (
      <li key={one.process} class="card">
        <p>
          {names.includes(one.process) && <i class={`mark is-${names.indexOf(one.process) % 6}`} />}
          <strong class="id">{one.process}</strong>{" "}
          {one.ready ? (
            <span class="badge is-good">{say("adminServer:health.ready")}</span>
          ) : (
            <span class="badge is-bad">{say("adminServer:health.notReady")}</span>
          )}
        </p>
        <p class="muted">
          {one.address !== "" && `${one.address} · `}
          {sayRich("adminServer:health.up", { when: <Ago at={one.startedAt} /> })}
        </p>
        <p>
          {say("adminServer:health.sum", {
            lobbies: one.lobbies,
            connections: one.connections,
            cores: inFigures(one.cpu, { minimumFractionDigits: 2, maximumFractionDigits: 2 }),
            memory: bytesWords(one.rssBytes),
          })}
        </p>
      </li>
    ))}
  </ul>
);

import type { ProcessHealth } from "../../../../src/protocol/admin.ts";
import { Ago } from "../when.tsx";
import { bytesWords, counted } from "../words.ts";

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
          {one.ready ? <span class="badge is-good">ready</span> : <span class="badge is-bad">not ready</span>}
        </p>
        <p class="muted">
          {one.address !== "" && `${one.address} · `}up since <Ago at={one.startedAt} />
        </p>
        <p>
          {counted(one.lobbies, "lobby", "lobbies")} · {counted(one.connections, "connection")} · {one.cpu.toFixed(2)}{" "}
          cores · {bytesWords(one.rssBytes)}
        </p>
      </li>
    ))}
  </ul>
);

import { useEffect, useState } from "preact/hooks";
import { useSending } from "../account/sending.ts";
import { AppealDialog } from "./appeal-dialog.tsx";
import { askRecord, isInForce, type OwnRecord, type OwnSanction } from "./record.ts";
import { dayWords, momentWords, reasonWords } from "./words.ts";

/** Strikes that count and what followed, with the way to appeal. */
export const RecordList = () => {
  const [record, setRecord] = useState<OwnRecord>();
  const [appealing, setAppealing] = useState("");
  const { fault, run } = useSending();
  const load = () => void run(async () => setRecord(await askRecord()));
  useEffect(load, []);
  if (record === undefined)
    return (
      <p class={fault === "" ? "muted" : "fault"} role="status">
        {fault || "One moment…"}
      </p>
    );
  return (
    <div class="record" data-testid="record">
      <Strikes record={record} />
      {record.sanctions.length > 0 && <h3>What followed</h3>}
      <ul>
        {record.sanctions.map((sanction) => (
          <Followed key={sanction.id} sanction={sanction} onAppeal={() => setAppealing(sanction.id)} />
        ))}
      </ul>
      {appealing !== "" && <AppealDialog sanction={appealing} onSent={load} onClose={() => setAppealing("")} />}
    </div>
  );
};

const Strikes = ({ record: { strikes, limit } }: { readonly record: OwnRecord }) => {
  const count = strikes.reduce((sum, { weight }) => sum + weight, 0);
  if (count === 0) return <p>No strikes count against you.</p>;
  return (
    <>
      <h3>
        {count === 1 ? "1 strike counts" : `${count} strikes count`}
        {limit > 0 ? `; at ${limit} you are banned` : ""}
      </h3>
      <ul>
        {strikes.map(({ id, reason, weight, at, expiresAt, lobby }) => (
          <li key={id}>
            <p>
              {reasonWords(reason)} {weight > 1 && `It counts ${weight} times.`}
            </p>
            <p class="muted">
              {dayWords(at)}, lobby {lobby} · counts until {dayWords(expiresAt)}
            </p>
          </li>
        ))}
      </ul>
    </>
  );
};

const kindWords = { warning: "A warning", mute: "Muted", ban: "Banned" } as const;
const appealWords = {
  none: "",
  open: "Your appeal waits.",
  allowed: "Taken back.",
  denied: "Your appeal was refused.",
};

const whereWords = ({ scope, lobby }: OwnSanction): string => {
  switch (scope) {
    case "server":
      return "on the whole server";
    case "owner":
      return "in the lobbies of one host";
    case "lobby":
      return `in lobby ${lobby}`;
  }
};

const whenWords = (sanction: OwnSanction, now: number): string => {
  const { kind, until } = sanction;
  if (kind === "warning") return "";
  if (until === null) return "without an end";
  return isInForce(sanction, now) ? `until ${momentWords(until, now)}` : "over";
};

type FollowedProps = { readonly sanction: OwnSanction; readonly onAppeal: () => void };

const Followed = ({ sanction, onAppeal }: FollowedProps) => {
  const { kind, reason, at, appeal } = sanction;
  const now = Date.now();
  return (
    <li>
      <p>
        <strong>
          {kindWords[kind]} {whereWords(sanction)}
        </strong>{" "}
        {whenWords(sanction, now)}
      </p>
      <p class="muted">
        {dayWords(at)}. {reasonWords(reason)} {appealWords[appeal]}
      </p>
      {appeal === "none" && (
        <button class="small" onClick={onAppeal}>
          Appeal
        </button>
      )}
    </li>
  );
};

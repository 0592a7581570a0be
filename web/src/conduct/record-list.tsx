import { useEffect, useState } from "preact/hooks";
import { useSending } from "../account/sending.ts";
import { say } from "../text/say.ts";
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
        {fault || say("play:page.moment")}
      </p>
    );
  return (
    <div class="record" data-testid="record">
      <Strikes record={record} />
      {record.sanctions.length > 0 && <h3>{say("conduct:record.followed")}</h3>}
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
  if (count === 0) return <p>{say("conduct:record.none")}</p>;
  return (
    <>
      <h3>{limit > 0 ? say("conduct:record.countOf", { count, limit }) : say("conduct:record.count", { count })}</h3>
      <ul>
        {strikes.map(({ id, reason, weight, at, expiresAt, lobby }) => (
          <li key={id}>
            <p>
              {reasonWords(reason)} {weight > 1 && say("conduct:record.weight", { weight })}
            </p>
            <p class="muted">{say("conduct:record.where", { day: dayWords(at), lobby, end: dayWords(expiresAt) })}</p>
          </li>
        ))}
      </ul>
    </>
  );
};

const whenWords = (sanction: OwnSanction, now: number): string => {
  const { kind, until } = sanction;
  if (kind === "warning") return "";
  if (until === null) return say("conduct:record.noEnd");
  if (!isInForce(sanction, now)) return say("conduct:record.over");
  return say("conduct:record.until", { moment: momentWords(until, now) });
};

type FollowedProps = { readonly sanction: OwnSanction; readonly onAppeal: () => void };

const Followed = ({ sanction, onAppeal }: FollowedProps) => {
  const { kind, scope, lobby, reason, at, appeal, byDevice } = sanction;
  const now = Date.now();
  return (
    <li>
      <p>
        <strong>{say(`conduct:followed.${kind}.${scope}`, { lobby })}</strong> {whenWords(sanction, now)}
      </p>
      {byDevice && <p class="muted">{say("conduct:banned.device")}</p>}
      <p class="muted">
        {dayWords(at)}. {reasonWords(reason)} {appeal !== "none" && say(`conduct:record.${appeal}`)}
      </p>
      {appeal === "none" && (
        <button class="small" onClick={onAppeal}>
          {say("conduct:appeal.title")}
        </button>
      )}
    </li>
  );
};

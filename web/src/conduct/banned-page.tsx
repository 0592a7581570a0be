import { useEffect, useState } from "preact/hooks";
import { serverNow } from "../clock.ts";
import { Brand } from "../home/brand.tsx";
import { follow } from "../route.ts";
import { me } from "../session.ts";
import { put } from "../store.ts";
import { sayRich } from "../text/rich.ts";
import { say } from "../text/say.ts";
import { Appeal } from "./appeal.tsx";
import { Left } from "./left.tsx";
import { askRecord, banFrom, type OwnRecord, type OwnSanction } from "./record.ts";
import { momentWords, reasonWords } from "./words.ts";

const pollMs = 10_000;

/** Bans that this page has shown, by person and lobby, and how often it has tried to come in since they were over. */
const tries = new Map<string, number>();

type Props = {
  readonly code: string;
  /** Tries to come in; `isFreed` when a ban that was shown is over. */
  readonly onAgain: (isFreed: boolean) => void;
};

/** Why somebody is banned, until when, and what has become of their appeal; it lets them in once the ban is over. */
export const BannedPage = ({ code, onAgain }: Props) => {
  const { record, failed, reload } = useRecord();
  const ban = record === undefined ? undefined : banFrom(record, code, serverNow());
  const whose = `${me.value?.id} ${code}`;
  const tried = tries.get(whose);
  const isFreed = record !== undefined && ban === undefined && tried !== undefined;
  useEffect(() => {
    if (ban !== undefined) tries.set(whose, 0);
  }, [ban]);
  useEffect(() => {
    if (!isFreed) return undefined;
    // It takes the server some seconds until all of it has heard.
    const timer = setTimeout(
      () => {
        tries.set(whose, tried + 1);
        onAgain(true);
      },
      Math.min(pollMs, 500 * 2 ** tried),
    );
    return () => clearTimeout(timer);
  }, [isFreed]);
  return (
    <div class="narrow">
      <header>
        <Brand />
      </header>
      <main class="card banned" data-testid="banned">
        <h1>{titleOf(ban)}</h1>
        {record === undefined ? (
          <p class="muted" role="status">
            {failed ? say("conduct:banned.asksAgain") : say("play:page.moment")}
          </p>
        ) : isFreed ? (
          <p role="status">{say("conduct:banned.over")}</p>
        ) : ban === undefined ? (
          <Unknown />
        ) : (
          <Known ban={ban} record={record} onSent={reload} />
        )}
        <div class="actions">
          {record !== undefined && ban === undefined && (
            <button onClick={() => onAgain(isFreed)}>{say("conduct:banned.try")}</button>
          )}
          <a class="button" href="/" onClick={follow}>
            {say("conduct:banned.lobbies")}
          </a>
        </div>
      </main>
    </div>
  );
};

/** What the server says of one's conduct, asked for anew while the page is looked at. */
const useRecord = () => {
  const [record, setRecord] = useState<OwnRecord>();
  const [failed, setFailed] = useState(false);
  const reload = () => void askRecord().then(setRecord, () => setFailed(true));
  useEffect(() => {
    reload();
    const timer = setInterval(() => document.visibilityState === "visible" && reload(), pollMs);
    document.addEventListener("visibilitychange", reload);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", reload);
    };
  }, []);
  return { record, failed, reload };
};

const titleOf = (ban: OwnSanction | undefined): string => say(`conduct:banned.${ban?.scope ?? "lobby"}`);

type KnownProps = { readonly ban: OwnSanction; readonly record: OwnRecord; readonly onSent: () => void };

const Known = ({ ban: { id, reason, until, appeal, byDevice }, record: { strikes, limit }, onSent }: KnownProps) => {
  // Told as it happened, which is fuller than the record for a strike that has just been earned.
  const told = put.value?.id === id ? put.value : undefined;
  const ofStrikes = told !== undefined || strikes.some((strike) => strike.id === id);
  const count =
    told?.count ??
    Math.min(
      limit,
      strikes.reduce((sum, { weight }) => sum + weight, 0),
    );
  return (
    <>
      {byDevice && <p data-testid="ban-device">{say("conduct:banned.device")}</p>}
      <p data-testid="ban-reason">
        {ofStrikes && `${say("conduct:banned.line")} `}
        {reasonWords(reason)}
      </p>
      {ofStrikes && <p>{say("conduct:banned.strike", { count, limit: told?.limit ?? limit })}</p>}
      <p data-testid="ban-until">
        {until === null
          ? say("conduct:banned.noEnd")
          : sayRich(
              "conduct:banned.until",
              { moment: momentWords(until, serverNow()) },
              { left: () => <Left until={until} /> },
            )}
      </p>
      <Appeal sanction={id} state={appeal} onSent={onSent} />
      {appeal === "open" && <p class="muted">{say("conduct:banned.leaveOpen")}</p>}
    </>
  );
};

/** A ban that is known at the lobby's door alone. */
const Unknown = () => (
  <>
    <p>{say("conduct:banned.unknown")}</p>
    <p class="muted">{say("conduct:banned.later")}</p>
  </>
);

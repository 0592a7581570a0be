import { useEffect, useState } from "preact/hooks";
import { serverNow } from "../clock.ts";
import { lobby, put, type Put, self } from "../store.ts";
import { sayRich } from "../text/rich.ts";
import { say } from "../text/say.ts";
import { lazyPart } from "./lazy-part.tsx";
import { Left } from "./left.tsx";
import { askRecord, isInForce, type OwnRecord } from "./record.ts";
import { dayWords, momentWords, reasonWords } from "./words.ts";

const AppealDialog = lazyPart(() => import("./appeal-dialog.tsx").then((loaded) => loaded.AppealDialog), "conduct");

/** What was put on who looks at the page: why, how many strikes are left, until when, and the way to appeal. */
export const PutCard = () => {
  const shown = put.value;
  const [away, setAway] = useState<Put>();
  const [appealing, setAppealing] = useState(false);
  const isMuted = self.value?.muted === true;
  const isUnknown = (shown?.id ?? "") === "";
  useEffect(() => {
    if (isMuted && isUnknown) void fillIn();
  }, [isMuted, isUnknown]);
  return (
    <>
      <p class="for-ears" role="status">
        {shown === undefined ? "" : [titleOf(shown), ...linesOf(shown, serverNow())].join(" ")}
      </p>
      {shown !== undefined && shown !== away && (
        <section class="put-card" aria-labelledby="put-title" data-testid="put-card" data-kind={shown.kind}>
          <div class="panel-head">
            <h3 id="put-title" class="grow">
              {titleOf(shown)}
            </h3>
            {shown.id !== "" && shown.appeal === "none" && (
              <button class="small" data-testid="appeal" onClick={() => setAppealing(true)}>
                {say("conduct:appeal.title")}
              </button>
            )}
            <button class="quiet small" aria-label={say("conduct:put.away")} onClick={() => setAway(shown)}>
              ✕
            </button>
          </div>
          {linesOf(shown, serverNow()).map((words) => (
            <p key={words}>{words}</p>
          ))}
          {shown.kind === "mute" && shown.until !== undefined && <TimeLeft until={shown.until} />}
          {shown.appeal === "open" && <p>{say("conduct:put.appealOpen")}</p>}
        </section>
      )}
      {appealing && shown !== undefined && (
        <AppealDialog
          sanction={shown.id}
          onSent={() => (put.value = { ...shown, appeal: "open" })}
          onClose={() => setAppealing(false)}
        />
      )}
    </>
  );
};

const TimeLeft = ({ until }: { readonly until: number }) => (
  <p>{sayRich("conduct:put.left", {}, { left: () => <Left until={until} /> })}</p>
);

const titleOf = ({ kind, count, limit }: Put): string => {
  if (count > 0) return say("conduct:put.strike", { count, limit });
  return say(kind === "mute" ? "conduct:put.muted" : "conduct:put.warning");
};

const linesOf = ({ kind, count, limit, reason, until, expiresAt }: Put, now: number): readonly string[] => {
  const left = limit - count;
  return [
    count > 0 ? `${say("conduct:banned.line")} ${reasonWords(reason)}` : reasonWords(reason),
    kind === "mute" && until !== undefined ? say("conduct:put.until", { moment: momentWords(until, now) }) : "",
    count > 0 && left > 0 ? say("conduct:put.more", { left, day: dayWords(expiresAt) }) : "",
  ].filter((words) => words !== "");
};

/** Asks the server for what this page was not there to be told, or was told in part. */
const fillIn = async (): Promise<void> => {
  const record = await askRecord().catch(() => undefined);
  const known = put.peek();
  if (record === undefined || (known?.id ?? "") !== "") return;
  const found = muteIn(record);
  if (found !== undefined) put.value = found;
};

const muteIn = ({ strikes, sanctions, limit }: OwnRecord): Put | undefined => {
  const now = serverNow();
  const mute = sanctions.find(
    (one) => one.kind === "mute" && one.lobby === lobby.peek()?.code && isInForce(one, now) && one.until !== null,
  );
  if (mute === undefined) return undefined;
  const { id, reason, until, appeal } = mute;
  const strike = strikes.find((one) => one.id === id);
  const count = strike === undefined ? 0 : strikes.reduce((sum, { weight }) => sum + weight, 0);
  const expiresAt = strike?.expiresAt ?? 0;
  return { id, kind: "mute", reason, until: until ?? undefined, count, limit, expiresAt, appeal };
};

import { useSignal } from "@preact/signals";
import { CompanyLine } from "../bots/company-line.tsx";
import { playsText } from "../bots/levels.ts";
import { KeepingOrder } from "../conduct/keeping-order.tsx";
import { openTarget } from "../conduct/target.tsx";
import { ordinal } from "../game/ordinal.ts";
import type { Player } from "../lobby-state.ts";
import { lobby, maySteer, seat, self } from "../store.ts";
import { Avatar } from "./avatar.tsx";
import { useScrollStop } from "./scroll-stop.ts";
import { PlayerName } from "./player-name.tsx";
import { inFigures } from "../text/figures.ts";
import { LanguageMenu } from "../text/language-menu.tsx";
import { say } from "../text/say.ts";
import { lazyPart } from "../conduct/lazy-part.tsx";

/** For who runs the lobby: who only plays never needs them. */
const BotControls = lazyPart(() => import("../bots/bot-controls.tsx").then((loaded) => loaded.BotControls), "host");
const BotSettings = lazyPart(() => import("../bots/bot-settings.tsx").then((loaded) => loaded.BotSettings), "host");

/** A crowd is counted, not listed. */
const listedMost = 60;

/** Who is here and how they stand. */
export const Players = () => {
  const { players = [], spectators = 0, ownerId = "", game, status } = lobby.value ?? {};
  const panel = useScrollStop<HTMLElement>();
  const asking = game?.phase === "question";
  return (
    <aside class="players" aria-labelledby="players-title" data-testid="players" ref={panel}>
      <div class="panel-head">
        <h2 id="players-title">{say("play:players.title")}</h2>
        <span class="muted">
          {spectators > 0
            ? say("play:players.watching", { players: players.length, watching: spectators })
            : players.length}
        </span>
      </div>
      <ul>
        {players.slice(0, listedMost).map((player) => (
          <Row
            key={player.id}
            player={player}
            isOwner={player.id === ownerId}
            asking={asking}
            playing={(game?.phase ?? "") !== ""}
          />
        ))}
      </ul>
      {players.length > listedMost && (
        <p class="muted">{say("play:players.more", { count: players.length - listedMost })}</p>
      )}
      <CompanyLine />
      {maySteer.value && <BotControls mayAdd={status !== "building"} />}
      {maySteer.value && <KeepingOrder />}
      <LanguageMenu />
    </aside>
  );
};

type RowProps = {
  readonly player: Player;
  readonly isOwner: boolean;
  readonly asking: boolean;
  readonly playing: boolean;
};

const Row = ({ player, isOwner, asking, playing }: RowProps) => {
  const { id, name, kind, answered, connected, muted, seen } = player;
  const isMe = id === seat.value;
  const isBot = kind === "bot";
  const shown = isMe ? (self.value ?? player) : player;
  const opened = useSignal(false);
  const panelId = `settings-${id}`;
  return (
    <li class={connected ? "" : "away"}>
      <Avatar id={id} name={name} />
      <span class="grow">
        <PlayerName id={id} name={name} />
        {isMe && <span class="badge">{say("play:badge.you")}</span>}
        {isOwner && <span class="badge">{say("play:badge.host")}</span>}
        {isBot && <span class="badge">{say("play:badge.bot")}</span>}
        {muted && <span class="badge">{say("play:badge.muted")}</span>}
        {!connected && <span class="badge">{say("play:badge.away")}</span>}
        {seen && <span class="badge">{say("play:badge.seen")}</span>}
        {playing && shown.rank > 0 && <Standing player={shown} />}
        {isBot && <span class="plays muted">{playsText(player)}</span>}
      </span>
      {asking && answered && (
        <span class="tick" title={say("play:players.answered")}>
          <span aria-hidden="true">✓</span>
          <span class="for-ears">{say("play:players.hasAnswered")}</span>
        </span>
      )}
      {!isMe && !isBot && (maySteer.value || seat.value !== "") && (
        <button
          class="quiet small"
          aria-label={say("play:players.options", { name })}
          aria-haspopup="dialog"
          data-testid="person-menu"
          onClick={() => openTarget({ player: id, name, kind })}
        >
          <span aria-hidden="true">⋯</span>
        </button>
      )}
      {maySteer.value && isBot && (
        <button
          class="quiet small"
          aria-label={say("play:players.settings", { name })}
          aria-expanded={opened.value}
          aria-controls={panelId}
          onClick={() => (opened.value = !opened.value)}
        >
          <span class="gear" aria-hidden="true">
            ⚙
          </span>
        </button>
      )}
      {maySteer.value && isBot && opened.value && <BotSettings bot={player} panelId={panelId} />}
    </li>
  );
};

const Standing = ({ player: { score, rank, streak } }: { readonly player: Player }) => (
  <span class="standing">
    {rank > 0 && <span class="muted">{ordinal(rank)} · </span>}
    <span class="points">{inFigures(score)}</span>
    {streak > 1 && <span class="streak muted">{say("play:players.streak", { count: streak })}</span>}
  </span>
);

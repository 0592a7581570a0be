import { useSignal } from "@preact/signals";
import { ask } from "../actions.ts";
import { BotControls } from "../bots/bot-controls.tsx";
import { BotSettings } from "../bots/bot-settings.tsx";
import { CompanyLine } from "../bots/company-line.tsx";
import { playsText } from "../bots/levels.ts";
import { ordinal } from "../game/ordinal.ts";
import type { Player } from "../lobby-state.ts";
import { lobby, maySteer, seat } from "../store.ts";
import { Avatar } from "./avatar.tsx";
import { useScrollStop } from "./scroll-stop.ts";

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
        <h2 id="players-title">Players</h2>
        <span class="muted">
          {players.length}
          {spectators > 0 ? ` · ${spectators} watching` : ""}
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
      {players.length > listedMost && <p class="muted">and {players.length - listedMost} more</p>}
      <CompanyLine />
      {maySteer.value && <BotControls mayAdd={status !== "building"} />}
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
  const { id, name, kind, answered, connected, muted } = player;
  const isMe = id === seat.value;
  const isBot = kind === "bot";
  const opened = useSignal(false);
  const panelId = `settings-${id}`;
  return (
    <li class={connected ? "" : "away"}>
      <Avatar id={id} name={name} />
      <span class="grow">
        <span class="name">{name}</span>
        {isMe && <span class="badge">you</span>}
        {isOwner && <span class="badge">host</span>}
        {isBot && <span class="badge">bot</span>}
        {muted && <span class="badge">muted</span>}
        {!connected && <span class="badge">away</span>}
        {playing && <Standing player={player} />}
        {isBot && <span class="plays muted">{playsText(player)}</span>}
      </span>
      {asking && answered && (
        <span class="tick" title="Has answered">
          ✓<span class="for-ears"> has answered</span>
        </span>
      )}
      {maySteer.value && !isMe && !isBot && <Remove player={player} />}
      {maySteer.value && isBot && (
        <button
          class="quiet small"
          aria-label={`Settings of ${name}`}
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
    <span class="points">{score.toLocaleString("en")}</span>
    {streak > 1 && <span class="streak muted">{streak} in a row</span>}
  </span>
);

/** Takes two presses: a person should not be thrown out by a slip. */
const Remove = ({ player: { id, name } }: { readonly player: Player }) => {
  const sure = useSignal(false);
  const press = () => {
    if (sure.value) void ask("kick", { player: id });
    else sure.value = true;
  };
  return (
    <button
      class="quiet small"
      aria-label={sure.value ? `Really remove ${name}` : `Remove ${name}`}
      onClick={press}
      onBlur={() => (sure.value = false)}
    >
      {sure.value ? "Sure?" : "✕"}
    </button>
  );
};

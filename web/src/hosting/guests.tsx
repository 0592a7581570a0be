import { ask } from "../actions.ts";
import { openTarget } from "../conduct/target.tsx";
import type { LobbyState, Player } from "../lobby-state.ts";
import { seat } from "../store.ts";
import { SureButton } from "../sure-button.tsx";
import { say } from "../text/say.ts";

/** A crowd is looked through in the list of players. */
const listedMost = 40;

type Props = { readonly at: LobbyState; readonly onClose: () => void };

/** Who is here, to be muted or sent out, and the bots. */
export const Guests = ({ at: { players, maxPlayers, status }, onClose }: Props) => {
  const others = players.filter(({ id }) => id !== seat.value);
  const isFull = players.length >= maxPlayers;
  return (
    <section aria-labelledby="host-guests">
      <h3 id="host-guests">{say("host:guests.title")}</h3>
      {others.length === 0 && <p class="muted">{say("host:guests.none")}</p>}
      <ul class="guests">
        {others.slice(0, listedMost).map((player) => (
          <Guest key={player.id} player={player} onClose={onClose} />
        ))}
      </ul>
      {others.length > listedMost && (
        <p class="muted">{say("host:guests.more", { count: others.length - listedMost })}</p>
      )}
      <button
        class="wide"
        data-testid="host-add-bot"
        aria-disabled={isFull || status === "building"}
        onClick={() => isFull || status === "building" || void ask("bots", { count: 1 })}
      >
        {isFull ? say("host:guests.full") : say("host:bots.add")}
      </button>
    </section>
  );
};

const Guest = ({
  player: { id, name, kind, muted, connected },
  onClose,
}: { readonly player: Player } & Pick<Props, "onClose">) => (
  <li>
    <span class="grow">
      <bdi>{name}</bdi>
      {kind === "bot" && <span class="badge">{say("host:word.bot")}</span>}
      {muted && <span class="badge">{say("host:word.muted")}</span>}
      {!connected && <span class="badge">{say("host:word.away")}</span>}
    </span>
    {kind === "bot" ? (
      <SureButton
        label={say("host:guests.sendAway", { name })}
        sure={say("host:act.really")}
        onSure={() => void ask("bots", { remove: id })}
      >
        {say("host:act.remove")}
      </SureButton>
    ) : (
      <button
        class="small"
        aria-label={say("host:guests.handleLabel", { name })}
        aria-haspopup="dialog"
        onClick={() => {
          onClose();
          openTarget({ player: id, name, kind });
        }}
      >
        {say("host:guests.handle")}
      </button>
    )}
  </li>
);

import { ask } from "../actions.ts";
import { openTarget } from "../conduct/target.tsx";
import type { LobbyState, Player } from "../lobby-state.ts";
import { seat } from "../store.ts";
import { SureButton } from "../sure-button.tsx";

/** A crowd is looked through in the list of players. */
const listedMost = 40;

type Props = { readonly at: LobbyState; readonly onClose: () => void };

/** Who is here, to be muted or sent out, and the bots. */
export const Guests = ({ at: { players, maxPlayers, status }, onClose }: Props) => {
  const others = players.filter(({ id }) => id !== seat.value);
  const isFull = players.length >= maxPlayers;
  return (
    <section aria-labelledby="host-guests">
      <h3 id="host-guests">Who is here</h3>
      {others.length === 0 && <p class="muted">Nobody but you yet.</p>}
      <ul class="guests">
        {others.slice(0, listedMost).map((player) => (
          <Guest key={player.id} player={player} onClose={onClose} />
        ))}
      </ul>
      {others.length > listedMost && <p class="muted">and {others.length - listedMost} more</p>}
      <button
        class="wide"
        data-testid="host-add-bot"
        aria-disabled={isFull || status === "building"}
        onClick={() => isFull || status === "building" || void ask("bots", { count: 1 })}
      >
        {isFull ? "The lobby is full" : "Add an AI bot"}
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
      {kind === "bot" && <span class="badge">bot</span>}
      {muted && <span class="badge">muted</span>}
      {!connected && <span class="badge">away</span>}
    </span>
    {kind === "bot" ? (
      <SureButton label={`Send ${name} away`} sure="Really?" onSure={() => void ask("bots", { remove: id })}>
        Remove
      </SureButton>
    ) : (
      <button
        class="small"
        aria-label={`Mute ${name}, or send them out`}
        aria-haspopup="dialog"
        onClick={() => {
          onClose();
          openTarget({ player: id, name, kind });
        }}
      >
        Mute, send out…
      </button>
    )}
  </li>
);

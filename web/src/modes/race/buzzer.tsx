import { seat } from "../../store.ts";
import { say } from "../../text/say.ts";
import { nameOf } from "../view.ts";
import { press } from "./moving.ts";
import { buzzShown, ownState, phaseShown } from "./shown.ts";

/** What is going on about the buzz, said to who listens, too. */
export const BuzzLine = () => {
  const { player, among } = buzzShown();
  return (
    <p class={player === null ? "buzz-line" : "buzz-line held"} role="status" data-testid="buzz">
      <strong>{words(player)}</strong>
      {player !== null && among > 1 && <span>{say("modeRace:drawn", { count: among })}</span>}
    </p>
  );
};

const words = (player: string | null): string => {
  if (player === null) return say("modeRace:open");
  return player === seat.value ? say("modeRace:you.have") : say("modeRace:has", { name: nameOf(player) });
};

/** The button to press, as large as a thumb in a hurry wants it. */
export const Buzzer = () => {
  const state = ownState();
  switch (state) {
    case "watch":
      return <p class="hint">{say("modeRace:you.watch")}</p>;
    case "out":
      return <p class="hint">{say("modeRace:you.out")}</p>;
    case "answer":
    case "wait":
      return null;
    case "press":
    case "pressed":
      return (
        <button
          class="primary buzzer"
          data-testid="buzzer"
          aria-disabled={state === "pressed" || phaseShown() !== "buzzing"}
          onClick={press}
        >
          {say(state === "pressed" ? "modeRace:buzz.pressed" : "modeRace:buzz")}
        </button>
      );
  }
};

import { ask } from "../actions.ts";
import type { Player } from "../lobby-state.ts";
import { hasModel } from "../questions/sources.ts";
import { type Brain, brainNames, brains } from "./levels.ts";
import { TraitSlider } from "./trait-slider.tsx";

/** A bot that is told to be silent stays so for the evening, or until it may speak again. */
const muteMinutes = 24 * 60;

/** What the owner may change about a bot. */
export const BotSettings = ({ bot, panelId }: { readonly bot: Player; readonly panelId: string }) => {
  const { id, name, skill, talk, brain, muted } = bot;
  return (
    <div class="bot-settings" id={panelId} role="group" aria-label={`Settings of ${name}`}>
      {brain !== "model" && (
        <TraitSlider
          id={`${panelId}-skill`}
          label="Skill"
          share={skill}
          low="guesses"
          high="knows it all"
          onSet={(share) => ask("bots", { set: id, skill: share })}
        />
      )}
      <TraitSlider
        id={`${panelId}-talk`}
        label="Talk"
        share={talk}
        low="quiet"
        high="chatty"
        onSet={(share) => ask("bots", { set: id, talk: share })}
      />
      {(hasModel.value || brain === "model") && (
        <div class="field">
          <label for={`${panelId}-brain`}>Plays by</label>
          <select
            id={`${panelId}-brain`}
            value={brain}
            onChange={({ currentTarget: { value } }) => void ask("bots", { set: id, brain: value as Brain })}
          >
            {brains.map((one) => (
              <option key={one} value={one}>
                {brainNames[one]}
              </option>
            ))}
          </select>
        </div>
      )}
      <div class="actions">
        <button class="small" onClick={() => void ask("mute", { player: id, minutes: muted ? 0 : muteMinutes })}>
          {muted ? "Unmute" : "Mute"}
        </button>
        <button class="small" onClick={() => void ask("bots", { remove: id })}>
          Remove
        </button>
      </div>
    </div>
  );
};

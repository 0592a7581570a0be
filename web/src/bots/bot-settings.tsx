import { ask } from "../actions.ts";
import type { Player } from "../lobby-state.ts";
import { hasModel } from "../questions/sources.ts";
import { type Brain, brainName, brains } from "./levels.ts";
import { TraitSlider } from "./trait-slider.tsx";
import { say } from "../text/say.ts";

/** A bot that is told to be silent stays so for the evening, or until it may speak again. */
const muteMinutes = 24 * 60;

/** What the owner may change about a bot. */
export const BotSettings = ({ bot, panelId }: { readonly bot: Player; readonly panelId: string }) => {
  const { id, name, skill, talk, brain, muted } = bot;
  return (
    <div class="bot-settings" id={panelId} role="group" aria-label={say("host:bots.settingsOf", { name })}>
      {brain !== "model" && (
        <TraitSlider
          id={`${panelId}-skill`}
          label={say("host:bots.skill")}
          share={skill}
          low={say("host:bots.guesses")}
          high={say("host:bots.knowsAll")}
          onSet={(share) => ask("bots", { set: id, skill: share })}
        />
      )}
      <TraitSlider
        id={`${panelId}-talk`}
        label={say("host:bots.talk")}
        share={talk}
        low={say("host:bots.quiet")}
        high={say("host:bots.chatty")}
        onSet={(share) => ask("bots", { set: id, talk: share })}
      />
      {(hasModel.value || brain === "model") && (
        <div class="field">
          <label for={`${panelId}-brain`}>{say("host:bots.brain")}</label>
          <select
            id={`${panelId}-brain`}
            value={brain}
            onChange={({ currentTarget: { value } }) => void ask("bots", { set: id, brain: value as Brain })}
          >
            {brains.map((one) => (
              <option key={one} value={one}>
                {brainName(one)}
              </option>
            ))}
          </select>
        </div>
      )}
      <div class="actions">
        <button class="small" onClick={() => void ask("mute", { player: id, minutes: muted ? 0 : muteMinutes })}>
          {muted ? say("host:bots.unmute") : say("host:bots.mute")}
        </button>
        <button class="small" onClick={() => void ask("bots", { remove: id })}>
          {say("host:act.remove")}
        </button>
      </div>
    </div>
  );
};

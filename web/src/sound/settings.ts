import { effect, type Signal, signal } from "@preact/signals";

/** Where it sounds: on a player's own device, or in a room full of people. */
export type Place = "device" | "screen";

/** What somebody wants to hear, and whether they speak. */
export type SoundSettings = {
  readonly on: boolean;
  readonly music: boolean;
  /** Between 0 and 1. */
  readonly volume: number;
  /** Whether questions are read aloud. */
  readonly aloud: boolean;
  /** Whether one may answer and chat by speaking. */
  readonly talk: boolean;
  /** Whether a spoken answer waits until it is confirmed, however long. */
  readonly sure: boolean;
};

/** A room wants sound; a phone among others does not, until its owner says so. */
const defaults: Readonly<Record<Place, SoundSettings>> = {
  device: { on: false, music: true, volume: 0.6, aloud: false, talk: false, sure: false },
  screen: { on: true, music: true, volume: 0.6, aloud: false, talk: false, sure: false },
};

/** What was kept, as far as it can be read; what is missing or wrong is as usual. */
export const readSettings = (kept: string | null, place: Place): SoundSettings => {
  const usual = defaults[place];
  const fields = fieldsOf(kept);
  const flag = (name: "on" | "music" | "aloud" | "talk" | "sure"): boolean => {
    const value = fields[name];
    return typeof value === "boolean" ? value : usual[name];
  };
  const { volume } = fields;
  return {
    on: flag("on"),
    music: flag("music"),
    volume: typeof volume === "number" && volume >= 0 && volume <= 1 ? volume : usual.volume,
    aloud: flag("aloud"),
    talk: flag("talk"),
    sure: flag("sure"),
  };
};

const fieldsOf = (kept: string | null): Readonly<Record<string, unknown>> => {
  try {
    return Object(JSON.parse(kept ?? "{}")) as Record<string, unknown>;
  } catch {
    return {};
  }
};

const load = (place: Place): Signal<SoundSettings> => {
  const key = `parlor-sound-${place}`;
  let kept: string | null = null;
  try {
    kept = localStorage.getItem(key);
  } catch {
    // Nothing may be stored: it lasts as long as the page.
  }
  const settings = signal(readSettings(kept, place));
  effect(() => {
    const text = JSON.stringify(settings.value);
    try {
      localStorage.setItem(key, text);
    } catch {
      // As above.
    }
  });
  return settings;
};

const loaded: Partial<Record<Place, Signal<SoundSettings>>> = {};

/** What is set for a place, kept in this browser. */
export const settingsAt = (place: Place): Signal<SoundSettings> => (loaded[place] ??= load(place));

export const change = (place: Place, some: Partial<SoundSettings>): void => {
  const settings = settingsAt(place);
  settings.value = { ...settings.value, ...some };
};

/** Whether something is read aloud just now, and whether somebody is listened to: everything else is quiet then. */
export const speaking = signal(false);
export const listening = signal(false);
/** Whether the browser lets nothing sound before somebody has touched the page. */
export const needsTouch = signal(false);

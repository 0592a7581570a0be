import { effect } from "@preact/signals";
import { cuesBetween, musicFor, type Scene } from "./cues.ts";
import { Engine } from "./engine.ts";
import { sceneNow } from "./scene.ts";
import { listening, needsTouch, type Place, settingsAt, speaking } from "./settings.ts";
import { tunes } from "./tunes.ts";

/** Often enough that a second is never heard late. */
const lookEveryMs = 100;

/** Lets the lobby be heard as it is set, until what it gives is called. */
export const startSounds = (place: Place): (() => void) => {
  const settings = settingsAt(place);
  const context = new AudioContext();
  const engine = new Engine(context);
  let before: Scene | undefined;
  const look = (): void => {
    const now = sceneNow();
    if (now === undefined) {
      before = undefined;
      engine.music = "none";
      return;
    }
    for (const cue of cuesBetween(before, now)) engine.play(tunes[cue]);
    engine.music = settings.peek().music ? musicFor(now) : "none";
    before = now;
  };
  const stopWatching = [
    effect(look),
    effect(() => {
      engine.volume = settings.value.volume;
      engine.isDucked = speaking.value || listening.value;
    }),
  ];
  const timer = setInterval(look, lookEveryMs);
  const stopWaking = wakeBy(context);
  return () => {
    clearInterval(timer);
    for (const stop of [...stopWatching, stopWaking]) stop();
    void engine.close();
  };
};

/** Browsers let a page sound only after somebody has touched it. */
const wakeBy = (context: AudioContext): (() => void) => {
  const signs = ["pointerdown", "keydown"] as const;
  const wake = (): void => {
    if (context.state === "suspended") void context.resume();
  };
  const note = (): void => void (needsTouch.value = context.state === "suspended");
  context.addEventListener("statechange", note);
  for (const sign of signs) addEventListener(sign, wake);
  wake();
  note();
  return () => {
    context.removeEventListener("statechange", note);
    for (const sign of signs) removeEventListener(sign, wake);
    needsTouch.value = false;
  };
};

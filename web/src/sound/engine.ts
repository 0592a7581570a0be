import type { Music } from "./cues.ts";
import { barOf, barSeconds, type Note } from "./tunes.ts";

/** So long before it is heard a bar is written, in seconds: timers are late when a page is busy. */
const ahead = 0.6;
const lookEveryMs = 200;
const fade = 0.15;
/** What is left of everything else while somebody speaks. */
const ducked = 0.15;

/** Makes every sound by code; there are no files. */
export class Engine {
  readonly #context: AudioContext;
  readonly #all: GainNode;
  readonly #bed: GainNode;
  #music: Music = "none";
  #bar = 0;
  #nextAt = 0;
  #timer: ReturnType<typeof setInterval> | undefined;
  #volume = 1;
  #isDucked = false;

  constructor(context: AudioContext) {
    this.#context = context;
    const limiter = context.createDynamicsCompressor();
    this.#all = new GainNode(context, { gain: 0 });
    this.#bed = new GainNode(context, { gain: 0 });
    this.#bed.connect(this.#all).connect(limiter).connect(context.destination);
  }

  play(notes: readonly Note[]): void {
    // What was not heard in its moment is not heard later, all at once.
    if (this.#context.state === "running") this.#write(notes, this.#context.currentTime + 0.01, this.#all);
  }

  set volume(volume: number) {
    this.#volume = volume;
    this.#set();
  }

  set isDucked(isDucked: boolean) {
    this.#isDucked = isDucked;
    this.#set();
  }

  set music(music: Music) {
    if (music === this.#music) return;
    this.#music = music;
    clearInterval(this.#timer);
    this.#slide(this.#bed.gain, music === "none" ? 0 : 1);
    if (music === "none") return;
    this.#bar = 0;
    this.#nextAt = this.#context.currentTime + fade;
    this.#timer = setInterval(() => this.#look(), lookEveryMs);
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    await this.#context.close();
  }

  #look(): void {
    const { state, currentTime } = this.#context;
    if (state !== "running" || this.#music === "none") return;
    // A page that slept does not play what it missed.
    if (this.#nextAt < currentTime) this.#nextAt = currentTime + 0.05;
    if (this.#nextAt > currentTime + ahead) return;
    this.#write(barOf(this.#music, this.#bar++), this.#nextAt, this.#bed);
    this.#nextAt += barSeconds[this.#music];
  }

  #set(): void {
    this.#slide(this.#all.gain, this.#volume * (this.#isDucked ? ducked : 1));
  }

  #slide(gain: AudioParam, to: number): void {
    gain.setTargetAtTime(to, this.#context.currentTime, fade / 3);
  }

  #write(notes: readonly Note[], from: number, to: AudioNode): void {
    for (const { at, lasts, hz, wave, gain } of notes) {
      const start = from + at;
      const tone = new OscillatorNode(this.#context, { type: wave, frequency: hz });
      const swell = new GainNode(this.#context, { gain: 0 });
      swell.gain.setValueAtTime(0, start);
      swell.gain.linearRampToValueAtTime(gain, start + 0.012);
      swell.gain.exponentialRampToValueAtTime(0.0005, start + lasts);
      tone.connect(swell).connect(to);
      tone.start(start);
      tone.stop(start + lasts + 0.02);
    }
  }
}

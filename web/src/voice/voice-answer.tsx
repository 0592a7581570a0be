import { type Signal, useSignal } from "@preact/signals";
import { useEffect, useMemo, useRef } from "preact/hooks";
import { choose, tell } from "../actions.ts";
import { serverNow } from "../clock.ts";
import { letterOf } from "../game/marks.ts";
import { listening, settingsAt } from "../sound/settings.ts";
import { answer, lobby, seat } from "../store.ts";
import "../style/voice.css";
import { sayRich } from "../text/rich.ts";
import { say } from "../text/say.ts";
import { languageOf, spokenHere } from "./language.ts";
import { listenNow } from "./listener.ts";
import { meant, waitFor } from "./spoken-answer.ts";
import { Talk } from "./talk.ts";
import { TalkButton, TalkStatus } from "./talk-button.tsx";
import { useTalkKey } from "./talk-key.ts";

type Understood = {
  readonly question: string;
  readonly text: string;
  readonly choices: readonly number[];
  /** How long the only choice waits before it is sent; Infinity for until it is confirmed. */
  readonly waitMs: number;
};

/** Answers the open question by speaking: its letter, its place or its words. */
const VoiceAnswer = () => {
  const understood = useSignal<Understood | undefined>(undefined);
  const talk = useMemo(() => talkFor(understood), []);
  const { game } = lobby.value ?? {};
  const question = game?.question.id ?? "";
  const isDone = answer.value?.question === question;
  const isOpen = game?.phase === "question" && seat.value !== "" && !isDone;
  useTalkKey(talk, isOpen);
  useEffect(() => {
    if (isOpen) return;
    // Given by hand meanwhile, or too late.
    talk.cancel();
    understood.value = undefined;
  }, [isOpen, question]);
  useEffect(() => {
    const now = understood.value;
    const [choice] = now?.choices ?? [];
    if (now?.choices.length !== 1 || choice === undefined || now.waitMs === Infinity) return undefined;
    const timer = setTimeout(() => send(now, choice), now.waitMs);
    return () => clearTimeout(timer);
  }, [understood.value]);
  if (!isOpen) return null;
  const send = ({ question: meantFor }: Understood, choice: number) => {
    understood.value = undefined;
    if (lobby.value?.game.question.id === meantFor) choose(choice);
  };
  const shown = understood.value?.question === question ? understood.value : undefined;
  return (
    <div class="voice-answer" data-testid="voice-answer">
      <TalkButton
        talk={talk}
        label={say(hasKeys() ? "voice:talk.holdKey" : "voice:talk.hold")}
        testId="talk-answer"
        off={game.paused}
      />
      {shown === undefined ? (
        <TalkStatus talk={talk} />
      ) : (
        <Heard heard={shown} onSend={(choice) => send(shown, choice)} onCancel={() => (understood.value = undefined)} />
      )}
    </div>
  );
};

export default VoiceAnswer;

/** A device without a mouse hardly has keys to hold. */
const hasKeys = (): boolean => matchMedia("(hover: hover)").matches;

const talkFor = (understood: Signal<Understood | undefined>): Talk =>
  new Talk({
    recogniser: listenNow,
    language: () => {
      const { prompt = "", choices = [] } = lobby.value?.game.question ?? {};
      return languageOf(`${prompt} ${choices.join(" ")}`, spokenHere());
    },
    onListening: (on) => {
      listening.value = on;
      if (on) understood.value = undefined;
    },
    onHeard: (said) => {
      const { question, phaseEndsAt } = lobby.value?.game ?? {};
      if (question === undefined) return;
      const { text, match } = meant(said, question.choices);
      const choices = match.kind === "one" ? [match.choice] : match.kind === "several" ? match.choices : [];
      const { sure } = settingsAt("device").peek();
      const waitMs = sure ? Infinity : waitFor((phaseEndsAt ?? 0) - serverNow());
      understood.value = { question: question.id, text, choices, waitMs };
      // The time that it is shown is given back to who lets it be sent.
      if (match.kind === "one") tell("answer", { question: question.id, choice: match.choice, hold: true });
    },
  });

type HeardProps = {
  readonly heard: Understood;
  readonly onSend: (choice: number) => void;
  readonly onCancel: () => void;
};

/** What was understood, before it counts. */
const Heard = ({ heard: { text, choices, waitMs }, onSend, onCancel }: HeardProps) => {
  const { choices: texts = [] } = lobby.value?.game.question ?? {};
  const card = useRef<HTMLDivElement>(null);
  useEffect(() => {
    card.current?.scrollIntoView({ block: "nearest" });
    const onKey = ({ key }: KeyboardEvent): void => {
      if (key === "Escape") onCancel();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
  const [first] = choices;
  return (
    <div class="heard" ref={card} role="group" aria-label={say("voice:heard.title")} data-testid="heard">
      <p role="status">
        {first === undefined && say("voice:heard.none", { text })}
        {choices.length > 1 && say("voice:heard.several", { text })}
        {choices.length === 1 && first !== undefined && (
          <>
            {sayRich(
              "voice:heard.one",
              { text, choice: nameOf(first, texts) },
              { b: (choice) => <strong>{choice}</strong> },
            )}
            {waitMs < Infinity && <span class="for-ears">. {say("voice:heard.soon")}</span>}
          </>
        )}
      </p>
      {choices.length === 1 && waitMs < Infinity && (
        <span class="wait" aria-hidden="true" style={{ animationDuration: `${waitMs}ms` }} />
      )}
      <div class="actions">
        {choices.map((choice) => (
          <button class="primary" key={choice} data-testid={`send-${choice}`} onClick={() => onSend(choice)}>
            {choices.length === 1 ? say("voice:heard.send") : nameOf(choice, texts)}
          </button>
        ))}
        <button data-testid="cancel-heard" onClick={onCancel}>
          {say(choices.length === 1 ? "voice:heard.cancel" : "voice:heard.neither")}
        </button>
      </div>
    </div>
  );
};

const nameOf = (choice: number, texts: readonly string[]): string => `${letterOf(choice)} ${texts[choice] ?? ""}`;

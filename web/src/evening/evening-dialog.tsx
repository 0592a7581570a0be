import "../style/evening.css";
import { useEffect, useState } from "preact/hooks";
import type { Messages } from "../../../src/protocol/messages.ts";
import { useSending } from "../account/sending.ts";
import { order } from "../actions.ts";
import { Dialog } from "../dialog.tsx";
import { askModes, available, modeName } from "../modes/available.ts";
import { lobby } from "../store.ts";
import { say } from "../text/say.ts";

type Item = { readonly id: number; readonly mode: string; readonly topic: string; readonly count: number };

const most = 12;
const gaps = [10, 20, 30, 60, 120];
let made = 0;

const newItem = (mode: string): Item => ({ id: ++made, mode, topic: "", count: lobby.value?.count || 10 });

const wishOf = ({ mode, topic, count }: Item) => ({
  mode,
  count,
  ...(topic.trim() === "" ? {} : { topic: topic.trim() }),
});

/** Plans an evening: which games, in which order, how long between two, and whether a bot leads. */
export const EveningDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const [items, setItems] = useState<readonly Item[]>(() => [newItem("quiz"), newItem("quiz")]);
  const [gap, setGap] = useState(20);
  const [led, setLed] = useState(false);
  const { busy, fault, run } = useSending();
  useEffect(() => void askModes(), []);
  const change = (id: number, changes: Partial<Item>) =>
    setItems(items.map((item) => (item.id === id ? { ...item, ...changes } : item)));
  const move = (index: number, by: number) => {
    const moved = [...items];
    const [item] = moved.splice(index, 1);
    if (item !== undefined) moved.splice(index + by, 0, item);
    setItems(moved);
  };
  const begin = async (event: SubmitEvent) => {
    event.preventDefault();
    const wish: Messages["evening"] = { begin: items.map(wishOf), gap, led };
    if (await run(() => order("evening", wish))) onClose();
  };
  return (
    <Dialog title={say("evening:plan")} testId="evening-dialog" onClose={onClose}>
      <form onSubmit={(event) => void begin(event)}>
        <p class="muted">{say("evening:about")}</p>
        <ol class="evening-items">
          {items.map((item, index) => (
            <li key={item.id}>
              <ItemFields item={item} onChange={(changes) => change(item.id, changes)} />
              <div class="evening-moves">
                <button type="button" class="small quiet" disabled={index === 0} onClick={() => move(index, -1)}>
                  {say("evening:up")}
                </button>
                <button
                  type="button"
                  class="small quiet"
                  disabled={index === items.length - 1}
                  onClick={() => move(index, 1)}
                >
                  {say("evening:down")}
                </button>
                <button
                  type="button"
                  class="small quiet"
                  disabled={items.length === 1}
                  onClick={() => setItems(items.filter(({ id }) => id !== item.id))}
                >
                  {say("evening:drop")}
                </button>
              </div>
            </li>
          ))}
        </ol>
        <button
          type="button"
          class="small"
          disabled={items.length >= most}
          data-testid="evening-add"
          onClick={() => setItems([...items, newItem("quiz")])}
        >
          {say("evening:add")}
        </button>
        <div class="field">
          <label for="evening-gap">{say("evening:gap")}</label>
          <select id="evening-gap" value={gap} onChange={({ currentTarget: { value } }) => setGap(Number(value))}>
            {gaps.map((seconds) => (
              <option key={seconds} value={seconds}>
                {say("evening:seconds", { seconds })}
              </option>
            ))}
          </select>
        </div>
        <label class="check">
          <input type="checkbox" checked={led} onChange={({ currentTarget: { checked } }) => setLed(checked)} />
          {say("evening:led")}
        </label>
        <div class="actions">
          <button class="primary" disabled={busy} data-testid="evening-begin">
            {say("evening:begin")}
          </button>
          <button type="button" onClick={onClose}>
            {say("evening:cancel")}
          </button>
          <p class="fault" role="alert">
            {fault}
          </p>
        </div>
      </form>
    </Dialog>
  );
};

type FieldsProps = { readonly item: Item; readonly onChange: (changes: Partial<Item>) => void };

const ItemFields = ({ item, onChange }: FieldsProps) => {
  const needsQuestions = available.value.find(({ mode }) => mode === item.mode)?.needsQuestions ?? true;
  const id = `evening-${item.id}`;
  return (
    <div class="evening-item">
      <div class="field">
        <label for={`${id}-mode`}>{say("modes:label")}</label>
        <select
          id={`${id}-mode`}
          value={item.mode}
          onChange={({ currentTarget: { value } }) => onChange({ mode: value })}
        >
          {available.value.map(({ mode }) => (
            <option key={mode} value={mode} selected={mode === item.mode}>
              {modeName(mode)}
            </option>
          ))}
        </select>
      </div>
      {needsQuestions && (
        <div class="field">
          <label for={`${id}-topic`}>{say("evening:topic")}</label>
          <input
            id={`${id}-topic`}
            maxLength={80}
            autocomplete="off"
            value={item.topic}
            onInput={({ currentTarget: { value } }) => onChange({ topic: value })}
          />
        </div>
      )}
      <div class="field short">
        <label for={`${id}-count`}>{say("evening:count")}</label>
        <input
          id={`${id}-count`}
          type="number"
          inputMode="numeric"
          min={1}
          max={50}
          required
          value={item.count}
          onInput={({ currentTarget: { value } }) => onChange({ count: Number(value) })}
        />
      </div>
    </div>
  );
};

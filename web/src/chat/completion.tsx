import type { RefObject } from "preact";
import { useState } from "preact/hooks";
import { type Command, commandsFor } from "./commands.ts";
import { say } from "../text/say.ts";

const listId = "chat-commands";
const optionId = (index: number): string => `chat-command-${index}`;

/** The list of commands at the field where one writes: how the field is marked, and what goes on in it. */
export const useCompletion = (input: RefObject<HTMLInputElement | null>) => {
  const [list, setList] = useState<readonly Command[]>([]);
  const [active, setActive] = useState(0);
  const show = (typed: string): void => {
    setActive(0);
    setList((was) => (was.length === 0 && !typed.startsWith("/") ? was : commandsFor(typed)));
  };
  const pick = (index: number, andSend: boolean): void => {
    const [field, command] = [input.current, list[index]];
    if (field === null || command === undefined) return;
    field.value = command.text;
    setList([]);
    field.focus();
    if (andSend && !command.text.endsWith(" ")) field.form?.requestSubmit();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    if (list.length === 0) {
      // Back to the game, where the keys answer.
      if (event.key === "Escape") input.current?.blur();
      return;
    }
    const done = onListKey(event);
    if (!done) return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onListKey = ({ key }: KeyboardEvent): boolean => {
    if (key === "ArrowDown" || key === "ArrowUp") {
      setActive((active + (key === "ArrowDown" ? 1 : -1) + list.length) % list.length);
      return true;
    }
    if (key === "Tab" || key === "Enter") pick(active, key === "Enter");
    else if (key === "Escape") setList([]);
    else return false;
    return true;
  };
  const isOpen = list.length > 0;
  const marks = {
    role: "combobox",
    "aria-autocomplete": "list",
    "aria-expanded": isOpen,
    ...(isOpen ? { "aria-controls": listId, "aria-activedescendant": optionId(active) } : {}),
    onKeyDown,
    onBlur: () => setList([]),
  } as const;
  return { marks, show, shown: isOpen && <CommandList list={list} active={active} onPick={(at) => pick(at, true)} /> };
};

type ListProps = {
  readonly list: readonly Command[];
  readonly active: number;
  readonly onPick: (index: number) => void;
};

const CommandList = ({ list, active, onPick }: ListProps) => (
  <ul id={listId} class="commands" role="listbox" aria-label={say("play:chat.commands")} data-testid="commands">
    {list.map(({ usage, meaning }, index) => (
      <li
        key={usage}
        id={optionId(index)}
        role="option"
        aria-selected={index === active}
        // The field keeps the focus.
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => onPick(index)}
      >
        <code>{usage}</code> <span class="muted">{meaning()}</span>
      </li>
    ))}
  </ul>
);

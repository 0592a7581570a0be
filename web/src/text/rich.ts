import { type ComponentChildren, createElement, Fragment, type VNode } from "preact";
import { format, type Key } from "./say.ts";
import { hide } from "./slots.ts";

type Parts = Readonly<Record<string, (children: ComponentChildren) => ComponentChildren>>;

const pieces = /<(\w+)>(.*?)<\/\1>|<(\w+)\/>|\uE000(\d+)\uE001/gs;

/**
 * A text with parts that are more than words: `Read <a>the rules</a>` gives "the rules" to `parts.a`. Values may be
 * elements, too.
 */
export const sayRich = (
  key: Key,
  values: Readonly<Record<string, ComponentChildren>> = {},
  parts: Parts = {},
): VNode => {
  const { plain, hidden } = hide(values);
  const nodes = (text: string): VNode => {
    const children: ComponentChildren[] = [];
    let from = 0;
    for (const { index, 0: whole, 1: name, 2: inner = "", 3: alone, 4: slot } of text.matchAll(pieces)) {
      children.push(text.slice(from, index));
      from = index + whole.length;
      if (slot !== undefined) children.push(hidden[Number(slot)]);
      else children.push(parts[name ?? alone ?? ""]?.(nodes(inner)) ?? nodes(inner));
    }
    return createElement(Fragment, null, ...children, text.slice(from));
  };
  return nodes(format(key, plain));
};

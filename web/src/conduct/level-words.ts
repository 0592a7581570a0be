/** What a lobby's settings of conduct mean, for everybody to read. */

type Named<Key extends string> = readonly { readonly id: Key; readonly name: string; readonly about: string }[];

export type Level = "off" | "mild" | "standard" | "strict";
export type Links = "allowed" | "listed" | "staff" | "blocked";

export const levels: Named<Level> = [
  { id: "strict", name: "Strict", about: "No coarse word at all; insults and sexual talk count as strikes." },
  { id: "standard", name: "Standard", about: "Swearing is masked; insults and sexual talk are stopped." },
  { id: "mild", name: "Mild", about: "Swearing is fine; insults are masked, slurs and threats are stopped." },
  { id: "off", name: "Off", about: "Nothing is looked at. For friends among themselves." },
];

export const linkRules: Named<Links> = [
  { id: "allowed", name: "Everybody", about: "links: everybody" },
  { id: "listed", name: "Everybody, to known sites", about: "links: known sites" },
  { id: "staff", name: "Only the host", about: "links: host only" },
  { id: "blocked", name: "Nobody", about: "no links" },
];

/** The parts of the dashboard, with the key that leads to each after `g`. */
export const sections = [
  { id: "lobbies", key: "l" },
  { id: "queue", key: "q" },
  { id: "people", key: "p" },
  { id: "audit", key: "a" },
  { id: "questions", key: "r" },
  { id: "use", key: "u" },
  { id: "health", key: "h" },
  { id: "settings", key: "s" },
] as const;

export type SectionId = (typeof sections)[number]["id"];

export const isSection = (id: string): id is SectionId => sections.some((section) => section.id === id);

/** Where a section is, or one thing within it. */
export const adminPath = (section: SectionId, id = ""): string => {
  const page = section === "lobbies" && id === "" ? "/admin" : `/admin/${section}`;
  return id === "" ? page : `${page}/${encodeURIComponent(id)}`;
};

/** The parts of the dashboard, with the key that leads to each after `g`. */
export const sections = [
  { id: "lobbies", name: "Lobbies", key: "l" },
  { id: "queue", name: "Queue", key: "q" },
  { id: "people", name: "People", key: "p" },
  { id: "audit", name: "Audit log", key: "a" },
  { id: "questions", name: "Questions", key: "r" },
  { id: "use", name: "AI use", key: "u" },
  { id: "health", name: "Health", key: "h" },
  { id: "settings", name: "Settings", key: "s" },
] as const;

export type SectionId = (typeof sections)[number]["id"];

export const isSection = (id: string): id is SectionId => sections.some((section) => section.id === id);

/** Where a section is, or one thing within it. */
export const adminPath = (section: SectionId, id = ""): string => {
  const page = section === "lobbies" && id === "" ? "/admin" : `/admin/${section}`;
  return id === "" ? page : `${page}/${encodeURIComponent(id)}`;
};

/**
 * The last step of a category's path as Moodle writes it. A slash in a name is doubled; "$course$" and "top" at the
 * beginning are no names.
 */
export const lastStep = (path: string): string => {
  const steps = path.trim().split(/(?<!\/)\/(?!\/)/);
  if (/^\$\w+\$$/.test(steps[0] ?? "")) steps.shift();
  if (steps[0] === "top") steps.shift();
  return (steps.at(-1) ?? "").replaceAll("//", "/").trim();
};

/** The last step of a category's path as Moodle writes it: "//" is a slash in a name, "$course$/top" no name at all. */
export const lastStep = (path: string): string => {
  const steps = path.replaceAll("//", "\uFDD7").split("/");
  return (steps.at(-1) ?? "")
    .replaceAll("\uFDD7", "/")
    .trim()
    .replace(/^(?:\$\w+\$|top)$/, "");
};

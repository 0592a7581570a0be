const steps: Readonly<Record<string, number>> = { ArrowUp: -1, ArrowDown: 1 };

/** The menus of the lines are one stop for the keyboard, the last of them; the arrows go from one to the next. */
export const moveAmongMenus = (event: KeyboardEvent): void => {
  const log = event.currentTarget as HTMLElement;
  const menus = [...log.querySelectorAll<HTMLElement>(".line-menu")];
  const from = menus.indexOf(event.target as HTMLElement);
  const to = menus[from + (steps[event.key] ?? 0)];
  if (from < 0 || to === undefined || to === event.target) return;
  event.preventDefault();
  to.focus();
};

/** Whether whoever looks at the page has asked their device for less motion. */
export const wantsNoMotion = (): boolean => matchMedia("(prefers-reduced-motion: reduce)").matches;

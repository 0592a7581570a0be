/** Expressions on plain texts (see `plain`): in them "don't" is "dont" and "you're" is "youre". */
export const anywhere = (...parts: readonly string[]): string => `\\b(?:${parts.join("|")})\\b`;
export const atStart = (...parts: readonly string[]): string => `^(?:${parts.join("|")})\\b`;
export const whole = (...parts: readonly string[]): string => `^(?:${parts.join("|")})$`;
export const either = (...parts: readonly string[]): RegExp => new RegExp(parts.join("|"));

export const you = "(?:you|u|ya|yourself)";
export const youAre = "(?:youre|ur|you are|you r|u are|u r)";
export const very = "(?:so |really |very |such |quite |too |actually |just |a |an |the |bit |kinda |all |feeling )*";

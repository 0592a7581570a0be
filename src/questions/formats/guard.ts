/** What spreadsheets may take for the beginning of a formula. */
const formula = /^'*[=+\-@\t\r＝＋－＠]/;

/** A cell that no spreadsheet runs. A text that looks guarded already gets one more mark, so that one can be taken off. */
export const guarded = (cell: string): string => (formula.test(cell) ? `'${cell}` : cell);

export const unguarded = (cell: string): string => (cell.startsWith("'") && formula.test(cell) ? cell.slice(1) : cell);

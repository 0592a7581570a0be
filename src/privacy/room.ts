/** Room for what is put into an export, so that nobody's makes the server hold more than it can. */
export class Room {
  #left: number;
  readonly #full = new Set<string>();

  /** `size` in characters of JSON. */
  constructor(size: number) {
    this.#left = size;
  }

  /** Whether there is room for one thing more under a heading; the first for which there is none ends the list. */
  takes(heading: string, item: unknown): boolean {
    if (this.#full.has(heading)) return false;
    const size = JSON.stringify(item).length + 1;
    if (size > this.#left) return this.close(heading);
    this.#left -= size;
    return true;
  }

  /** There is more under this heading than is given. */
  close(heading: string): false {
    this.#full.add(heading);
    return false;
  }

  /** The headings under which something was left out. */
  get leftOut(): readonly string[] {
    return [...this.#full];
  }
}

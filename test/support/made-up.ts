import type { Random } from "../../src/core/random.ts";

/** A JSON Schema, as far as OpenAPI documents of ours use it. */
export type Schema = {
  readonly $ref?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly type?: string | readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxLength?: number;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema | boolean;
};

const odd: readonly unknown[] = [null, 1, -1, 1e308, "x", [], {}, true, "__proto__", { constructor: 1 }];
/** Chances of something of another kind, of a text longer than allowed, and of a field that may be left out. */
const chances = { odd: 0.05, long: 0.2, optional: 0.5 };

/** Makes up values that fit a schema, nearly: some are of another kind, too long, too large or left out. */
export class MakingUp {
  readonly #random: Random;
  readonly #texts: readonly string[];
  readonly #named: (ref: string) => Schema;

  constructor(random: Random, texts: readonly string[], named: (ref: string) => Schema) {
    this.#random = random;
    this.#texts = texts;
    this.#named = named;
  }

  pick<Value>(all: readonly Value[]): Value {
    return all[Math.floor(this.#random() * all.length)] as Value;
  }

  chance(of: number): boolean {
    return this.#random() < of;
  }

  text(most = Infinity): string {
    const text = this.pick(this.#texts);
    return this.chance(chances.long) ? text : text.slice(0, most);
  }

  value(schema: Schema | undefined): unknown {
    if (schema === undefined || this.chance(chances.odd)) return this.pick(odd);
    if (schema.$ref !== undefined) return this.value(this.#named(schema.$ref));
    if ("const" in schema) return schema.const;
    const some = schema.anyOf ?? schema.oneOf;
    if (some !== undefined) return this.value(this.pick(some));
    if (schema.enum !== undefined) return this.pick(schema.enum);
    return this.#ofType(typeof schema.type === "string" ? schema.type : this.pick(schema.type ?? ["object"]), schema);
  }

  #ofType(type: string, schema: Schema): unknown {
    if (type === "string") return this.text(schema.maxLength);
    if (type === "boolean") return this.chance(0.5);
    if (type === "null") return null;
    if (type === "integer" || type === "number") {
      const [least, most] = [schema.minimum ?? -5, schema.maximum ?? 100];
      const between = least + this.#random() * (most - least);
      const number = this.pick([least, most, between, 0, 1, 2, least - 1, most + 1]);
      return type === "integer" ? Math.round(number) : number;
    }
    if (type === "array") {
      const length = Math.max(schema.minItems ?? 0, Math.floor(this.#random() * 4));
      return Array.from({ length }, () => this.value(schema.items));
    }
    const { properties = {}, required = [], additionalProperties } = schema;
    const fields = Object.entries(properties).filter(
      ([name]) => (required.includes(name) && !this.chance(chances.odd)) || this.chance(chances.optional),
    );
    const made = fields.map(([name, inner]) => [name, this.value(inner)] as const);
    const more = typeof additionalProperties === "object" ? [[this.text(20), this.value(additionalProperties)]] : [];
    return Object.fromEntries([...made, ...more]) as object;
  }
}

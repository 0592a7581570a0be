import {
  AbortedTransactionError,
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
  type TransactionSettings,
} from "kysely";
import { asOutage } from "./outage.ts";
import type { Answer, Connection, Source } from "./source.ts";
import { parameterOf } from "./values.ts";

/** Kysely on either database: one way in for values, one way out for errors. */
export const dialectOf = (source: Source): Dialect => ({
  createAdapter: () => new PostgresAdapter(),
  createDriver: () => new SourceDriver(source),
  createIntrospector: (db) => new PostgresIntrospector(db),
  createQueryCompiler: () => new PostgresQueryCompiler(),
});

/** Turns what is an outage into an Outage, and takes the row out of all else: rows hold secrets, errors are logged. */
const told = (error: unknown): unknown => {
  const outage = asOutage(error);
  const cause = outage === undefined ? error : outage.cause;
  if (cause instanceof Error && "detail" in cause) cause.detail = undefined;
  return outage ?? error;
};

class Line implements DatabaseConnection {
  readonly #connection: Connection;
  #broken = false;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    const answer = await this.#ask(() => this.#connection.query(sql, parameters.map(parameterOf)));
    return {
      rows: answer.rows as R[],
      ...(answer.affected === undefined ? {} : { numAffectedRows: BigInt(answer.affected) }),
    };
  }

  streamQuery(): never {
    throw new Error("Fetch from a cursor instead: one of the two databases knows no streams");
  }

  begin({ isolationLevel, accessMode }: TransactionSettings): Promise<void> {
    const level = isolationLevel === undefined ? "" : ` isolation level ${isolationLevel}`;
    return this.#ask(() => this.#connection.begin(`begin${level}${accessMode === undefined ? "" : ` ${accessMode}`}`));
  }

  async commit(): Promise<void> {
    const answer = await this.#ask(() => this.#connection.end("commit"));
    // After an error within the transaction PostgreSQL takes a commit for a rollback.
    if (answer?.command === "ROLLBACK") throw new AbortedTransactionError();
  }

  async rollback(): Promise<void> {
    try {
      await this.#ask(() => this.#connection.end("rollback"));
    } catch (error) {
      // The transaction went with its connection; what broke that is the error worth telling.
      if (!this.#broken) throw error;
    }
  }

  release(): void {
    this.#connection.release(this.#broken);
  }

  async #ask<T extends Answer | undefined | void>(question: () => Promise<T>): Promise<T> {
    try {
      return await question();
    } catch (error) {
      this.#broken ||= asOutage(error) !== undefined;
      throw told(error);
    }
  }
}

class SourceDriver implements Driver {
  readonly #source: Source;

  constructor(source: Source) {
    this.#source = source;
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<Line> {
    try {
      return new Line(await this.#source.connect());
    } catch (error) {
      throw told(error);
    }
  }

  async beginTransaction(line: Line, settings: TransactionSettings): Promise<void> {
    await line.begin(settings);
  }

  async commitTransaction(line: Line): Promise<void> {
    await line.commit();
  }

  async rollbackTransaction(line: Line): Promise<void> {
    await line.rollback();
  }

  async savepoint(line: Line, name: string): Promise<void> {
    await line.executeQuery(CompiledQuery.raw(`savepoint ${quoted(name)}`));
  }

  async rollbackToSavepoint(line: Line, name: string): Promise<void> {
    await line.executeQuery(CompiledQuery.raw(`rollback to ${quoted(name)}`));
  }

  async releaseSavepoint(line: Line, name: string): Promise<void> {
    await line.executeQuery(CompiledQuery.raw(`release ${quoted(name)}`));
  }

  async releaseConnection(line: Line): Promise<void> {
    line.release();
  }

  /** Who opened the source closes it: Kysely would not, unless it has been used. */
  async destroy(): Promise<void> {}
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** Connections as the rest of the store sees them: reading and writing are different types, and statements are prepared once. */
import type Database from 'better-sqlite3';

export type SqlValue = string | number | bigint | null | Uint8Array;
export type SqlParameters = Readonly<Record<string, SqlValue>>;

/** A name as SQL takes it, whatever is in it. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

export class ReadableDb {
  protected readonly connection: Database.Database;
  readonly #statements = new Map<string, Database.Statement>();
  readonly #columns = new Map<string, Database.Statement>();
  readonly #temporary = new Set<string>();

  constructor(connection: Database.Database) {
    this.connection = connection;
  }

  all<Row>(sql: string, parameters: SqlParameters = {}): Row[] {
    return this.statement(sql).all(parameters) as Row[];
  }

  get<Row>(sql: string, parameters: SqlParameters = {}): Row | undefined {
    return this.statement(sql).get(parameters) as Row | undefined;
  }

  /** Rows one by one; stop early by leaving the loop. Nothing else may run on this handle meanwhile. */
  iterate<Row>(sql: string, parameters: SqlParameters = {}): IterableIterator<Row> {
    return this.statement(sql).iterate(parameters) as IterableIterator<Row>;
  }

  /** Of statements with one column, its values: half of the cost of many short rows is making objects of them. */
  column<Value extends SqlValue>(sql: string, parameters: SqlParameters = {}): Value[] {
    return this.#columnStatement(sql).all(parameters) as Value[];
  }

  /** As column, one by one; as iterate. */
  iterateColumn<Value extends SqlValue>(sql: string, parameters: SqlParameters = {}): IterableIterator<Value> {
    return this.#columnStatement(sql).iterate(parameters) as IterableIterator<Value>;
  }

  /**
   * Another number whenever another connection has changed the library; undefined where this one itself may have. What was
   * read under one number may be kept until it changes. Costs 3 microseconds.
   */
  version(): number | undefined {
    return this.column<number>('PRAGMA data_version')[0];
  }

  /** For statements whose text changes with the question: prepared, used, and not kept. */
  once<Row>(sql: string, parameters: SqlParameters = {}): Row[] {
    return this.connection.prepare(sql).all(parameters) as Row[];
  }

  /** A table in the memory of this connection alone, made when it is first wanted. */
  temporaryTable(name: string, sql: string): void {
    if (this.#temporary.has(name)) return;
    this.connection.exec(sql);
    this.#temporary.add(name);
  }

  /** All reads in `work` see the library of one moment. */
  snapshot<Value>(work: () => Value): Value {
    return this.connection.transaction(work)();
  }

  /** Only a handle that writes has work to put off. */
  runDue(): void {}

  close(): void {
    this.#statements.clear();
    this.#columns.clear();
    this.connection.close();
  }

  #columnStatement(sql: string): Database.Statement {
    let statement = this.#columns.get(sql);
    if (statement === undefined) {
      statement = this.connection.prepare(sql).pluck();
      this.#columns.set(sql, statement);
    }
    return statement;
  }

  protected statement(sql: string): Database.Statement {
    let statement = this.#statements.get(sql);
    if (statement === undefined) {
      statement = this.connection.prepare(sql);
      this.#statements.set(sql, statement);
    }
    return statement;
  }
}

interface Due {
  readonly order: number;
  readonly work: () => void;
}

export class WritableDb extends ReadableDb {
  #due: Due[] = [];

  run(sql: string, parameters: SqlParameters = {}): { readonly changes: number; readonly lastId: number } {
    const outcome = this.statement(sql).run(parameters);
    return { changes: outcome.changes, lastId: Number(outcome.lastInsertRowid) };
  }

  exec(sql: string): void {
    this.connection.exec(sql);
  }

  pragma(text: string): unknown {
    return this.connection.pragma(text);
  }

  /** All or nothing. A transaction inside another is part of it. */
  transaction<Value>(work: () => Value): Value {
    if (this.connection.inTransaction) return work();
    try {
      return this.connection
        .transaction(() => {
          const value = work();
          this.runDue();
          return value;
        })
        .immediate();
    } catch (error) {
      this.#due = [];
      throw error;
    }
  }

  /** Part of a transaction that can fail by itself: what it changed is undone, what came before stays. */
  savepoint<Value>(work: () => Value): Value {
    if (!this.connection.inTransaction) return this.transaction(work);
    const dueBefore = [...this.#due];
    try {
      return this.connection.transaction(work)();
    } catch (error) {
      this.#due = dueBefore;
      throw error;
    }
  }

  /**
   * Puts work off to the end of the transaction, undone with the savepoint that asked for it; at once where there is none.
   * Done in ascending order, that of one number as it came.
   */
  atEnd(order: number, work: () => void): void {
    if (this.connection.inTransaction) this.#due.push({ order, work });
    else work();
  }

  override version(): undefined {
    return undefined;
  }

  /** Work put off so far that is to be done now, since what follows needs it. */
  override runDue(): void {
    if (this.#due.length === 0) return;
    const due = this.#due.sort((a, b) => a.order - b.order);
    this.#due = [];
    for (const { work } of due) work();
  }

  get dueCount(): number {
    return this.#due.length;
  }

  get isInTransaction(): boolean {
    return this.connection.inTransaction;
  }

  /** Copies the whole library into a new, compact file. Throws when the file exists. */
  copyInto(file: string): void {
    this.connection.prepare('VACUUM INTO :file').run({ file });
  }
}

/**
 * The parts of the rivals that the benchmark uses. With these, the benchmark compiles although the
 * rivals are only installed to run it.
 */
declare module "better-sqlite3" {
  interface Prepared {
    run(...values: unknown[]): void;
    all(...values: unknown[]): unknown[];
    pluck(): Prepared;
    raw(): Prepared;
  }
  export interface Db {
    exec(sql: string): void;
    prepare(sql: string): Prepared;
    transaction(run: () => void): () => void;
  }
  const Database: new (file: string) => Db;
  export default Database;
}

declare module "@duckdb/node-api" {
  interface Appender {
    appendInteger(value: number): void;
    appendVarchar(value: string): void;
    endRow(): void;
    closeSync(): void;
  }
  interface Prepared {
    bind(values: string[]): void;
    runAndReadAll(): Promise<{ getRows(): unknown[][] }>;
  }
  export interface Connection {
    run(sql: string): Promise<unknown>;
    prepare(sql: string): Promise<Prepared>;
    createAppender(table: string): Promise<Appender>;
  }
  export const DuckDBInstance: {
    create(): Promise<{ connect(): Promise<Connection> }>;
  };
}

declare module "lokijs" {
  export interface LokiRow {
    readonly n: number;
    readonly id: string;
    readonly day: string;
    readonly place: string;
    readonly country: string;
    readonly mode: string;
    readonly topics: readonly string[];
    readonly speakers: readonly string[];
  }
  export interface Chain {
    find(conditions: object): Chain;
    simplesort(field: string): Chain;
    compoundsort(fields: (string | [string, boolean])[]): Chain;
    limit(count: number): Chain;
    data(): LokiRow[];
  }
  interface List {
    insert(rows: LokiRow[]): void;
    by(field: string, value: string): LokiRow | undefined;
    chain(): Chain;
  }
  export default class Loki {
    constructor(name: string);
    addCollection(name: string, options: object): List;
  }
}

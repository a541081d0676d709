/**
 * Four databases, each loaded with the scripts of an export, and asked by the adapter that
 * docs/databases.md shows. Their drivers are installed by npm install --prefix bench/databases.
 */
import { execFileSync } from "node:child_process";
import { createReadStream, rmSync } from "node:fs";
import type { DatabaseOptions, DialectName, SqlValue } from "../../src/sql.ts";

/** An open database. */
export interface DatabaseEngine {
  readonly name: DialectName;
  readonly options: DatabaseOptions;
  /** Runs one statement. */
  exec(text: string): Promise<void>;
  close(): Promise<void>;
}

/** Opens an empty database; `place` is a file or folder for it. */
export type OpenEngine = (place: string) => Promise<DatabaseEngine>;

/** Loads a driver, which has no types here because it is only installed to run this. */
async function loadDriver<Driver>(name: string): Promise<Driver> {
  return (await import(name)) as Driver;
}

type Rows = unknown[][];

interface SqliteDriver {
  readonly default: new (file: string) => {
    exec(text: string): void;
    prepare(text: string): { raw(): { all(values: object): Rows } };
    close(): void;
  };
}

export const openSqlite: OpenEngine = async (place) => {
  const { default: Database } = await loadDriver<SqliteDriver>("better-sqlite3");
  rmSync(place, { force: true });
  const database = new Database(place);
  return {
    name: "sqlite",
    options: {
      dialect: "sqlite",
      run: (text, values) => {
        const named = Object.fromEntries(values.map((value, i) => [i + 1, value]));
        return database.prepare(text).raw().all(named);
      },
    },
    exec(text) {
      database.exec(text);
      return Promise.resolve();
    },
    close() {
      database.close();
      return Promise.resolve();
    },
  };
};

interface DuckdbDriver {
  readonly DuckDBInstance: {
    create(file: string): Promise<{
      connect(): Promise<{
        run(text: string): Promise<unknown>;
        runAndReadAll(text: string, values: SqlValue[]): Promise<{ getRows(): Rows }>;
        closeSync(): void;
      }>;
      closeSync(): void;
    }>;
  };
}

export const openDuckdb: OpenEngine = async (place) => {
  const { DuckDBInstance } = await loadDriver<DuckdbDriver>("@duckdb/node-api");
  rmSync(place, { force: true });
  const instance = await DuckDBInstance.create(place);
  const connection = await instance.connect();
  return {
    name: "duckdb",
    options: {
      dialect: "duckdb",
      run: async (text, values) => {
        const result = await connection.runAndReadAll(text, [...values]);
        return result.getRows();
      },
    },
    async exec(text) {
      await connection.run(text);
    },
    close: () => {
      connection.closeSync();
      instance.closeSync();
      return Promise.resolve();
    },
  };
};

interface PostgresDriver {
  readonly default: {
    readonly Client: new (url: string) => {
      connect(): Promise<void>;
      query(query: string | object): Promise<{ rows: Rows }>;
      end(): Promise<void>;
    };
  };
}

/** `place` is the address of a database: its schema is emptied. */
export const openPostgres: OpenEngine = async (place) => {
  if (place === "") throw new Error("set DATABASE_URL to a database that may be emptied");
  const { default: pg } = await loadDriver<PostgresDriver>("pg");
  const client = new pg.Client(place);
  await client.connect();
  await client.query("DROP SCHEMA public CASCADE; CREATE SCHEMA public");
  return {
    name: "postgres",
    options: {
      dialect: "postgres",
      run: async (text, values) => {
        const { rows } = await client.query({ text, values: [...values], rowMode: "array" });
        return rows;
      },
    },
    async exec(text) {
      await client.query(text);
    },
    close: () => client.end(),
  };
};

interface ClickhouseDriver {
  readonly default: {
    readonly Session: new (folder: string) => {
      query(text: string): string;
      queryBind(text: string, values: object, format: string): string;
      close(): void;
    };
  };
}

export const openClickhouse: OpenEngine = async (place) => {
  const { default: chdb } = await loadDriver<ClickhouseDriver>("chdb");
  rmSync(place, { recursive: true, force: true });
  const session = new chdb.Session(place);
  return {
    name: "clickhouse",
    options: {
      dialect: "clickhouse",
      run: (text, values) => {
        const named = Object.fromEntries(values.map((value, i) => [`p${i + 1}`, value]));
        const lines = session.queryBind(text, named, "JSONCompactEachRow").split("\n");
        return lines.filter((line) => line !== "").map((line) => JSON.parse(line) as unknown[]);
      },
    },
    exec(text) {
      session.query(text);
      return Promise.resolve();
    },
    close() {
      session.close();
      return Promise.resolve();
    },
  };
};

/** The lines of a file. A carriage return does not end one, because texts hold some. */
async function* linesOf(file: string): AsyncGenerator<string> {
  let rest = "";
  for await (const part of createReadStream(file, { encoding: "utf8", highWaterMark: 1 << 20 })) {
    const lines = (rest + String(part)).split("\n");
    rest = lines.pop()!;
    yield* lines;
  }
  if (rest !== "") yield rest;
}

/** The statements of a script, which may be larger than a text can be. */
async function* statementsOf(file: string): AsyncGenerator<string> {
  let lines: string[] = [];
  let quotes = 0;
  for await (const line of linesOf(file)) {
    lines.push(line);
    quotes += line.split("'").length - 1;
    // a text may hold a semicolon at the end of a line
    if (!line.endsWith(";") || quotes % 2 === 1) continue;
    yield lines.join("\n");
    lines = [];
    quotes = 0;
  }
}

/** Runs a script; for PostgreSQL with psql, because it has commands of psql. */
export async function runScript(engine: DatabaseEngine, folder: string, name: string, url = "") {
  if (engine.name === "postgres") {
    const command = ["-q", "-v", "ON_ERROR_STOP=1", url, "-f", `${name}.sql`];
    execFileSync("psql", command, { cwd: folder });
    return;
  }
  const before = process.cwd();
  // the scripts name their files as they are in the folder
  process.chdir(folder);
  try {
    for await (const statement of statementsOf(`${folder}/${name}.sql`))
      await engine.exec(statement);
  } finally {
    process.chdir(before);
  }
}

/** Loads the three scripts of an export. */
export async function loadScripts(engine: DatabaseEngine, folder: string, url = ""): Promise<void> {
  for (const name of ["schema", "load", "indexes"]) await runScript(engine, folder, name, url);
}

export const openers: Readonly<Record<DialectName, OpenEngine>> = {
  sqlite: openSqlite,
  duckdb: openDuckdb,
  postgres: openPostgres,
  clickhouse: openClickhouse,
};

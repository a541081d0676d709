/** SQLite and PostgreSQL inside this process, loaded with the scripts of an export. */
import { PGlite } from "@electric-sql/pglite";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import initSqlJs from "sql.js";
import type { ExportData } from "../../src/command/export-data.ts";
import { writeScripts, type ScriptTarget } from "../../src/command/export-scripts.ts";
import type { DatabaseOptions } from "../../src/sql.ts";

/** A database with the tables of an export. */
export interface Engine {
  readonly options: DatabaseOptions;
  /** Runs statements that give no rows. */
  exec(text: string): Promise<void>;
  close(): Promise<void>;
}

/** Writes the scripts of an export, and hands their folder on until it is removed. */
export async function withScripts<Result>(
  data: ExportData,
  target: ScriptTarget,
  use: (folder: string) => Promise<Result>,
): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), "export-"));
  try {
    writeScripts(folder, data, target, () => undefined);
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The scripts of an export, in the order in which they run. */
export function readScripts(folder: string): string[] {
  return ["schema", "load", "indexes"].map((name) => readFileSync(`${folder}/${name}.sql`, "utf8"));
}

export async function openSqlite(data: ExportData): Promise<Engine> {
  const { Database } = await initSqlJs();
  const database = new Database();
  await withScripts(data, "sqlite", (folder) => {
    for (const script of readScripts(folder)) database.exec(script);
    return Promise.resolve();
  });
  return {
    options: {
      dialect: "sqlite",
      run: (text, values) => {
        const named = Object.fromEntries(values.map((value, i) => [`?${i + 1}`, value]));
        const statement = database.prepare(text, named as Record<string, string>);
        const rows: unknown[][] = [];
        while (statement.step()) rows.push(statement.get());
        statement.free();
        return rows;
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
}

/** The line of psql that reads a file, as a statement of the server. */
const copyLine = /^\\copy ("\w+") FROM '([\w.]+)'$/;

export async function openPglite(data: ExportData): Promise<Engine> {
  const database = await PGlite.create();
  await withScripts(data, "postgres", async (folder) => {
    for (const script of readScripts(folder)) {
      const lines = script.split("\n");
      let text = "";
      for (const line of lines) {
        const copied = copyLine.exec(line);
        if (copied === null) {
          text += `${line}\n`;
          continue;
        }
        const [, table, file] = copied as unknown as [string, string, string];
        const blob = new Blob([readFileSync(`${folder}/${file}`)]);
        await database.query(`COPY ${table} FROM '/dev/blob'`, [], { blob });
      }
      await database.exec(text);
    }
  });
  return {
    options: {
      dialect: "postgres",
      run: async (text, values) => {
        const { rows } = await database.query<unknown[]>(text, [...values], { rowMode: "array" });
        return rows;
      },
    },
    async exec(text) {
      await database.exec(text);
    },
    close: () => database.close(),
  };
}

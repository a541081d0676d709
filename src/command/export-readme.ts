/** The README of an export: from the files to the first answer in three commands. */
import { description } from "../generated/release.ts";
import type { ExportData } from "./export-data.ts";
import type { ScriptTarget } from "./export-scripts.ts";

export type ExportTarget = ScriptTarget | "parquet";

/** How a database is loaded and asked. */
interface Steps {
  readonly name: string;
  readonly commands: readonly string[];
  readonly dialect: ScriptTarget;
  readonly note?: string;
}

const scripts = "cat schema.sql load.sql indexes.sql";

const steps: Readonly<Record<ExportTarget, Steps>> = {
  sqlite: {
    name: "SQLite",
    dialect: "sqlite",
    commands: [`${scripts} | sqlite3 -bail dataset.db`, "sqlite3 dataset.db < first-answer.sql"],
  },
  duckdb: {
    name: "DuckDB",
    dialect: "duckdb",
    commands: [
      `${scripts} | duckdb -bail dataset.duckdb`,
      "duckdb dataset.duckdb < first-answer.sql",
    ],
  },
  postgres: {
    name: "PostgreSQL",
    dialect: "postgres",
    commands: [
      "createdb dataset",
      `${scripts} | psql -q -v ON_ERROR_STOP=1 dataset`,
      "psql dataset -f first-answer.sql",
    ],
    note: "The JSON of each record is `jsonb` in the column `record`.",
  },
  clickhouse: {
    name: "ClickHouse",
    dialect: "clickhouse",
    commands: [
      `${scripts} > all.sql`,
      "clickhouse local --path dataset --queries-file all.sql",
      "clickhouse local --path dataset --queries-file first-answer.sql",
    ],
    note:
      "With a server, use `clickhouse client --queries-file` in this folder. A day is a number: " +
      "20221205 is 5 December 2022.",
  },
  parquet: {
    name: "Parquet",
    dialect: "duckdb",
    commands: [
      "cat views.sql first-answer.sql | duckdb",
      "python3 -c \"import pandas; print(pandas.read_parquet('statements.parquet').label)\"",
      "Rscript -e 'arrow::read_parquet(\"statements.parquet\")$label'",
    ],
    note: "Each line is a way of its own: DuckDB, Python with pandas and pyarrow, R with arrow.",
  },
};

/** The first question of a reader: who said what, in order. */
export const firstAnswer =
  'SELECT "date_day", "label" FROM "statement_details" ORDER BY "date_day" NULLS LAST LIMIT 10;';

/** The README of an export. */
export function exportReadme(data: ExportData, target: ExportTarget): string {
  const { name, commands, dialect, note } = steps[target];
  const rows = data.kinds.map(
    ({ table, count }) => `| \`${table.name}\` | ${count.toLocaleString("en")} |`,
  );
  const sql = `npx ${description.name} sql statements --FIELD VALUE --dialect ${dialect} --inline`;
  const dyads =
    data.dyads.rows.length === 0
      ? ""
      : " `dyads` has who does what to whom, of the records of this package.";
  return `# ${data.title}, ${data.version || "without a version"}: tables for ${name}

From this folder to the first answer:

\`\`\`sh
${commands.join("\n")}
\`\`\`
${note === undefined ? "" : `\n${note}\n`}
| table | rows |
| --- | --- |
${rows.join("\n")}

- Each table has a column for every field that criteria can ask for. Lists are ${
    dialect === "sqlite" ? "tables of their own, such as `statements_topics`" : "arrays"
  }. \`record\` is the whole record as JSON.
- A date has its earliest and its latest day; null is an open end. \`date_exact\` is false where it
  is approximate or uncertain, and null where there is no date. \`date_day\` is for ordering.
- \`below\` has each topic with itself and those below it, and each country with its places.
  \`meta\` has the version.${dyads}
- For those who write SQL by hand there are views: \`statement_details\`, \`statement_speakers\`,
  \`statement_topics\`, \`statement_dyads\` and \`actors\`.
- \`label\` of a statement names its speaker, its date and its source. Quote it whole: the claim
  alone would read as a fact.

Write a query from criteria: \`${sql}\`. In TypeScript,
\`openDatabase\` of \`${description.name}/sql\` asks these tables with the verbs of the collections.
`;
}

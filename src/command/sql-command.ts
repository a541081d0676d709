/** The command `sql`: a query for the tables of an export. */
import { collectionOf } from "../collections/all-collections.ts";
import { description } from "../generated/release.ts";
import { dialectNames, readDialect } from "../sql/sql-dialect.ts";
import { inlineValues } from "../sql/sql-literals.ts";
import { toSelect } from "../sql/to-sql.ts";
import { exampleIds } from "../outputs/example-ids.ts";
import { toJson, UsageError, type Command } from "./command.ts";
import { criteriaHelp, readFlagCriteria, readKind, readWholeNumber, wantsJson } from "./flags.ts";

const options = ["dialect", "inline", "limit", "offset", "order"];

export const sqlCommand: Command = {
  usage: `${description.name} sql KIND --dialect D [--FIELD VALUE …]`,
  does: "Prints the query of a database for the records that match all criteria.",
  help: [
    `D is one of ${dialectNames.join(", ")}; export writes the tables.`,
    criteriaHelp,
    "--limit N, --offset N, --order oldest|newest.",
    "--inline: for people: ids and labels, with the values in the text.",
  ].join("\n"),
  example: () => `sql statements --topics ${exampleIds().topic} --dialect sqlite`,
  takes: {
    words: "kinds",
    flags: { dialect: dialectNames, limit: [], offset: [], order: ["oldest", "newest"] },
    switches: ["inline"],
    criteria: true,
  },
  run(call) {
    const kind = readKind(call.words, "sql");
    const name = call.flags.get("dialect");
    if (name === undefined) throw new UsageError(`sql needs --dialect ${dialectNames.join("|")}`);
    const dialect = readDialect("sql", name);
    const order = call.flags.get("order");
    const criteria = readFlagCriteria(call, kind, options);
    const page = {
      ...readWholeNumber(call, "limit"),
      ...readWholeNumber(call, "offset"),
      // toSelect checks the order and explains what is wrong with it
      ...(order !== undefined && { order: order as "oldest" }),
    };
    const isInline = call.flags.has("inline");
    // people read labels, which name the speaker; programs read records
    const columns = isInline ? ["id", "label"] : ["record"];
    const target = { dialect: dialect.name, ...page };
    const query = toSelect(collectionOf(kind), criteria, target, columns);
    if (wantsJson(call)) return toJson(query);
    if (isInline) return `${inlineValues(query, dialect)};`;
    const values = query.values.map((value, i) => `-- ${i + 1}: ${JSON.stringify(value)}`);
    return [`${query.text};`, ...values].join("\n");
  },
};

/** The commands, as a table: each reads a call and returns what is to be printed. */
import { readFileSync } from "node:fs";
import { cite, citeSubset, quotations, verifyCitation } from "../cite.ts";
import { fieldNames, plural } from "../generated/links.ts";
import type { DatasetRecord, Kind } from "../generated/types.ts";
import { didYouMean } from "../nearest.ts";
import { countBy, collections, related, resolve, timeline, version, type Queryable } from "../index.ts";
import { recordsToCsv, toCells, toCsv } from "../csv.ts";
import { search } from "../search.ts";
import { list, toCriterion } from "./list.ts";
import { overview } from "./overview.ts";
import { show } from "./show.ts";
import { columns, styled, wrap, type Screen } from "./text.ts";

/** Wrong usage: exit status 2. */
export class UsageError extends Error {}
/** Nothing there: exit status 1. */
export class NotFound extends Error {}

export type Format = "text" | "json" | "ndjson" | "csv";

export interface Call {
  /** Words that are no flags. */
  readonly words: readonly string[];
  /** Flags with their values, but those of every command. */
  readonly flags: ReadonlyMap<string, string>;
  readonly format: Format;
  readonly screen: Screen;
}

export interface Command {
  readonly usage: string;
  readonly does: string;
  readonly help: string;
  run(call: Call): string | Promise<string>;
}

const json = (value: unknown): string => JSON.stringify(value, null, 2);
const kinds = Object.keys(collections) as Kind[];
const criteriaHelp = `VALUE: a; a,b (any); a+b (all); not:a,b (stated, and none of them); none (not stated); some (stated).
A topic matches the topics below it, a country the places in it.
A date is EDTF: 2022-06, 2022-06-24, 2022-06/2022-12, 2022-06/..; certain:2022-06 matches only what must lie within.`;

/** Only these flags; any other is wrong usage. */
const onlyFlags = ({ flags }: Call, known: readonly string[]) => {
  for (const flag of flags.keys())
    if (!known.includes(flag))
      throw new UsageError(
        `no flag --${flag} here${didYouMean(flag, known)}; it takes ${[...known.map((k) => `--${k}`), "--json and --help"].join(", ")}`,
      );
};
/** Text or JSON; the other formats are for lists. */
const textOrJson = (call: Call): boolean => {
  if (call.format === "ndjson" || call.format === "csv") throw new UsageError(`--${call.format} is for lists of records; use --json`);
  return call.format === "json";
};
const wholeNumber = ({ flags }: Call, flag: string): Record<string, number> => {
  const value = flags.get(flag);
  if (value !== undefined && !/^\d+$/.test(value)) throw new UsageError(`--${flag} takes a whole number, not "${value}"`);
  return value === undefined ? {} : { [flag]: Number(value) };
};
/** The kind that a command's first word names. */
const kindOf = (name: string | undefined, command: string): Kind => {
  if (name === undefined) throw new UsageError(`${command} takes one kind: ${Object.values(plural).join(", ")}`);
  const kind = kinds.find((k) => k === name || plural[k] === name);
  if (!kind)
    throw new UsageError(
      `no kind "${name}"${didYouMean(name, Object.values(plural)) || `; the kinds are ${Object.values(plural).join(", ")}`}`,
    );
  return kind;
};
/** The flags that are no options, as criteria of a kind. */
const criteriaOf = ({ flags }: Call, kind: Kind, options: readonly string[]): object =>
  Object.fromEntries(
    [...flags].flatMap(([flag, value]) => (options.includes(flag) ? [] : [[flag, toCriterion(value, fieldNames[kind]![flag] === "date")]])),
  );
const found = (id: string | undefined, more: readonly string[], command: string): DatasetRecord => {
  if (id === undefined || more.length > 0) throw new UsageError(`${command} takes one id`);
  const record = resolve(id);
  if (record) return record;
  throw new NotFound(
    `no record "${id}"${didYouMean(
      id,
      kinds.flatMap((kind) => [...collections[kind]].map((other) => other.id)),
    )}`,
  );
};
const records = (list_: readonly DatasetRecord[], { format, screen }: Call): string => {
  if (format === "json") return json(list_);
  if (format === "ndjson") return list_.map((record) => JSON.stringify(record)).join("\n");
  if (format !== "csv") return list(list_, screen);
  // the columns of the whole kind, so that they do not hang on what was found
  const whole = [...new Set(list_.map(({ kind }) => kind))].flatMap((kind): readonly DatasetRecord[] => [...collections[kind]]);
  return recordsToCsv(list_, [...new Set(whole.flatMap((record) => [...toCells(record).keys()]))]).replace(/\r\n$/, "");
};

export const commands: Readonly<Record<string, Command>> = {
  overview: {
    usage: "baku-moscow",
    does: "the numbers, and visits, meetings and agreements in order of date",
    help: 'Dates stand as they are known: "9 or 10 November 2020", "no date". In brackets: how a date is known, where the words themselves do not give it.',
    run(call) {
      onlyFlags(call, []);
      if (call.words.length > 0) throw new UsageError("overview takes no words");
      if (!textOrJson(call)) return overview(call.screen);
      return json({
        version,
        counts: Object.fromEntries(kinds.map((kind) => [plural[kind], collections[kind].size])),
        timeline: timeline(),
      });
    },
  },
  show: {
    usage: "baku-moscow show ID",
    does: "a record, what it is linked with, and the words that support each field",
    help: "Passages stand in their context with source, address and place in the text.\nexplicit: the words show the field. inferred: they need a reason, which is given. coded: a judgement by the codebook. outside: another page says so.",
    run(call) {
      onlyFlags(call, []);
      const [id, ...more] = call.words;
      const record = found(id, more, "show");
      return textOrJson(call)
        ? json({ record, related: related(record).relations.map((r) => ({ ...r, records: r.records.map((other) => other.id) })) })
        : show(record, call.screen);
    },
  },
  related: {
    usage: "baku-moscow related ID",
    does: "the records that a record names and those that name it",
    help: "Lists all of them, with --json, --ndjson or --csv as records.",
    run(call) {
      onlyFlags(call, []);
      const [id, ...more] = call.words;
      const { relations } = related(found(id, more, "related"));
      return records([...new Set(relations.flatMap((r) => r.records))], call);
    },
  },
  list: {
    usage: "baku-moscow list KIND [--FIELD VALUE …]",
    does: "the records of a kind that match all criteria",
    help: `Each field of the kind is a flag. ${criteriaHelp}
--limit N, --offset N, --order oldest|newest.

${kinds
  .map(
    (kind) =>
      `${plural[kind].padEnd(14)} ${Object.keys(fieldNames[kind]!)
        .map((name) => `--${name}`)
        .join(" ")}`,
  )
  .join("\n")}`,
    run(call) {
      const [name, ...more] = call.words;
      const kind = kindOf(more.length > 0 ? undefined : name, "list");
      const order = call.flags.get("order");
      const options = {
        ...wholeNumber(call, "limit"),
        ...wholeNumber(call, "offset"),
        ...(order !== undefined && { order: order as "oldest" }),
      };
      return records(collections[kind].where(criteriaOf(call, kind, ["limit", "offset", "order"]), options), call);
    },
  },
  count: {
    usage: "baku-moscow count KIND --by FIELD[,FIELD] [--FIELD VALUE …]",
    does: "how many records have each value of one field or two",
    help: `FIELD is a field of the kind, month or year. "not stated" is counted too; a record with several values counts once for each.\n${criteriaHelp}`,
    run(call) {
      const [name, ...more] = call.words;
      const kind = kindOf(more.length > 0 ? undefined : name, "count");
      const by = call.flags.get("by")?.split(",");
      if (!by) throw new UsageError("count needs --by FIELD or --by FIELD,FIELD");
      const { total, cells } = countBy(collections[kind] as never, by as never, criteriaOf(call, kind, ["by"]) as never);
      if (call.format === "json") return json({ total, by, cells });
      const rows = cells.map(({ values, count }) => [...values.map((value) => value ?? "not stated"), String(count)]);
      if (call.format === "csv") return toCsv([[...by, "count"], ...rows]).replace(/\r\n$/, "");
      if (call.format === "ndjson") return cells.map((cell) => JSON.stringify(cell)).join("\n");
      return [...(rows.length === 0 ? [] : columns(rows, call.screen, 0)), `${total} ${plural[kind]}`].join("\n");
    },
  },
  timeline: {
    usage: "baku-moscow timeline [--from DATE] [--to DATE]",
    does: "visits, meetings and agreements in order",
    help: "A date is a day, month or year. --match certain: only what must lie between; --statements yes: the statements too.",
    run(call) {
      onlyFlags(call, ["from", "to", "match", "statements"]);
      if (call.words.length > 0) throw new UsageError("timeline takes no words");
      const [from, to, match, all] = ["from", "to", "match", "statements"].map((flag) => call.flags.get(flag));
      if (all !== undefined && all !== "yes" && all !== "no") throw new UsageError(`--statements is yes or no, not "${all}"`);
      const options = { ...(from && { from }), ...(to && { to }), ...(match && { match: match as "certain" }), statements: all === "yes" };
      return records(timeline(options), call);
    },
  },
  search: {
    usage: "baku-moscow search WORDS [--in KIND] [--FIELD VALUE …]",
    does: "the records in which all the words stand, best first",
    help: `Beginnings of words and single typing errors are found too; case and accents do not matter. --limit N (20), --offset N.\nWith --in KIND each field of the kind is a flag. ${criteriaHelp}`,
    run(call) {
      if (call.words.length === 0) throw new UsageError("search takes words");
      const name = call.flags.get("in");
      const options = ["in", "limit", "offset"];
      if (name === undefined) onlyFlags(call, options);
      const kind = name === undefined ? undefined : kindOf(name, "--in");
      const pages = { ...wholeNumber(call, "limit"), ...wholeNumber(call, "offset") };
      const among =
        kind === undefined ? {} : { in: collections[kind] as Queryable<DatasetRecord, object>, where: criteriaOf(call, kind, options) };
      const hits = search(call.words.join(" "), { ...among, ...pages });
      if (call.format === "json") return json(hits);
      if (call.format !== "text")
        return records(
          hits.map((hit) => hit.record),
          call,
        );
      if (hits.length === 0) return "no record matches";
      return hits
        .map(({ record, passages: [best] }) => {
          const { text, marks } = best!;
          const pieces = marks.map(
            ([start, end], i) =>
              `${text.slice(i === 0 ? 0 : marks[i - 1]![1], start)}${call.screen.colour ? styled(call.screen, "yellow", text.slice(start, end)) : `*${text.slice(start, end)}*`}`,
          );
          return `${styled(call.screen, "bold", record.id)}  ${record.label}\n  ${best!.field}: ${wrap(pieces.join("") + text.slice(marks.at(-1)![1]), call.screen.width, 2)}`;
        })
        .join("\n");
    },
  },
  cite: {
    usage: "baku-moscow cite [ID | KIND --FIELD VALUE …] [--style STYLE] | cite --verify FILE",
    does: "a citation of the dataset, of a record, or of a subset that can be checked",
    help: `STYLE: apa (default), bibtex, ris, csl, quotation (of a record: the words, with outlet, address and date).
A subset with --json is a file that --verify asks again: it says whether version, number and hash agree, and which records differ.
${criteriaHelp}`,
    async run(call) {
      const file = call.flags.get("verify");
      if (file !== undefined) {
        onlyFlags(call, ["verify"]);
        let citation: unknown;
        try {
          citation = JSON.parse(readFileSync(file, "utf8"));
        } catch (error) {
          throw new NotFound(`${file}: ${(error as Error).message}; --verify reads what cite KIND … --json wrote`);
        }
        const verification = await verifyCitation(citation);
        if (!verification.ok) throw new NotFound(`${file}: ${verification.message}`);
        return textOrJson(call) ? json(verification) : verification.message;
      }
      const style = call.flags.get("style") ?? "apa";
      const styles = ["apa", "bibtex", "ris", "csl", "quotation"];
      if (!styles.includes(style))
        throw new UsageError(`no style "${style}"${didYouMean(style, styles)}; the styles are ${styles.join(", ")}`);
      const [word, ...more] = call.words;
      if (more.length > 0) throw new UsageError("cite takes one id or one kind");
      const kind = kinds.find((k) => k === word || plural[k] === word);
      if (!kind) onlyFlags(call, ["style", "verify"]);
      if (style === "quotation") {
        if (word === undefined || kind) throw new UsageError("--style quotation is for one record");
        return quotations(found(word, [], "cite")).join("\n");
      }
      const citation = kind
        ? await citeSubset(kind, criteriaOf(call, kind, ["style"]) as never)
        : word === undefined
          ? cite()
          : cite(found(word, [], "cite"));
      if (textOrJson(call)) return json(citation);
      return style === "csl" ? json([citation.csl]) : citation[style as "apa"].trimEnd();
    },
  },
};

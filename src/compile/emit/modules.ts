/** The data themselves: a module a kind, the table of ids, data.json. */
import { descendants } from "../../below.ts";
import { targets, type Kind } from "../../schema/field.ts";
import type { Dataset } from "../dataset.ts";
import { fieldsOf, kinds, plural } from "../records.ts";
import { banner, criterionOf } from "./types.ts";

/**
 * JSON as a string literal. All of it is ASCII and no apostrophe is left, so that the bundler keeps plain single quotes
 * and the engine reads one byte a character: that halves what importing costs.
 */
const literal = (json: string) =>
  `'${json.replace(/[\u0080-\uffff']/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`).replace(/\\/g, "\\\\")}'`;

/** What a collection must know of each field that criteria can ask for. */
const fieldTable = (kind: Kind) =>
  Object.fromEntries(
    Object.entries(fieldsOf(kind)).flatMap(([name, meta]) => {
      const criterion = criterionOf(meta);
      if (!criterion) return [];
      const spreads = criterion.of === "topic" || criterion.of === "place";
      return [[name, { ...criterion, ...(criterion.of && { of: targets[criterion.of] }), ...(spreads && { spreads }) }]];
    }),
  );

export const emitModule = (kind: Kind, { records }: Dataset): string =>
  `${banner}\n/** All ${plural[kind]}, as JSON: parsed when first asked for. */\nexport const json = ${literal(JSON.stringify(records[kind]))};\n\n/** The fields that criteria can ask for. */\nexport const fields = ${JSON.stringify(fieldTable(kind))};\n`;

/** The ids of every kind, and what lies in what: for criteria, which must know a mistyped id and what a topic or country holds. */
export function emitIds({ version, records, withdrawn }: Dataset): string {
  const ids: Record<string, string[]> = Object.fromEntries(kinds.map((kind) => [kind, records[kind].map((r) => r.id)]));
  ids.country = records.place.filter((r) => r.type === "country").map((r) => r.id);
  const parents: Record<string, string> = {};
  for (const topic of records.topic) if (topic.broader) parents[topic.id] = topic.broader as string;
  for (const place of records.place) if (place.country && place.country !== place.id) parents[place.id] = place.country as string;
  return `${banner}import type { Tombstone } from "./types.ts";\n\n/** The version of the dataset. */\nexport const version = ${JSON.stringify(version)};\n\n/** The ids of every kind, and of countries. */\nexport const ids: Readonly<Record<string, readonly string[]>> = /* @__PURE__ */ JSON.parse(${literal(JSON.stringify(ids))});\n\n/** What stays of withdrawn records, by id. */\nexport const withdrawn: Readonly<Record<string, Tombstone>> = /* @__PURE__ */ JSON.parse(${literal(JSON.stringify(Object.fromEntries(withdrawn.map((w) => [w.id, w]))))});\n\n/** A topic with those below it, a country with its places. */\nexport const below: Readonly<Record<string, readonly string[]>> = /* @__PURE__ */ JSON.parse(${literal(JSON.stringify(descendants(parents)))});\n`;
}

/** Which fields of each kind hold ids, and in which member of the objects in them. */
export function emitLinks(): string {
  const links = Object.fromEntries(
    kinds.map((kind) => [
      kind,
      Object.fromEntries(
        Object.entries(fieldTable(kind)).flatMap(([name, field]) => (field.of && name !== "id" ? [[name, field.key ?? null]] : [])),
      ),
    ]),
  );
  const asked = Object.fromEntries(
    kinds.map((kind) => [
      kind,
      Object.fromEntries(Object.entries(fieldTable(kind)).map(([name, field]) => [name, field.date ? "date" : "value"])),
    ]),
  );
  return `${banner}\n/** The fields that hold ids, by kind; the value is the member that holds the id, where the field holds objects. */\nexport const links: Readonly<Record<string, Readonly<Record<string, string | null>>>> = ${JSON.stringify(links, null, 2)};\n\n/** The fields of each kind that criteria can ask for, and whether they hold dates. */\nexport const fieldNames: Readonly<Record<string, Readonly<Record<string, "date" | "value">>>> = ${JSON.stringify(asked, null, 2)};\n\n/** The name of each kind's collection. */\nexport const plural = ${JSON.stringify(plural, null, 2)} as const;\n\n/** The fields of each kind that the codebook judges: what rests on a passage there is coded, not shown. */\nexport const coded: Readonly<Record<string, readonly string[]>> = ${JSON.stringify(Object.fromEntries(kinds.map((kind) => [kind, Object.entries(fieldsOf(kind)).flatMap(([name, meta]) => (meta.ground === "coded" ? [name] : []))])), null, 2)};\n`;
}

export const emitData = ({ version, records, withdrawn }: Dataset): string =>
  `${JSON.stringify({ version, ...Object.fromEntries(kinds.map((kind) => [plural[kind], records[kind]])), withdrawn })}\n`;

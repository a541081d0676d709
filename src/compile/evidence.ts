/**
 * The rule of ground. Each quote is found in its text; each stated field must be shown by the words given for it,
 * inferred from them with a reason, or rest on an outside page; each coded field rests on the record's passages.
 */
import { didYouMean } from "../nearest.ts";
import { whereNamed, type Name } from "./names.ts";
import { findQuote, type Passage, type QuoteNotation } from "./passage.ts";
import { dotted, problem, shorten, type Path } from "./problem.ts";
import { fieldsOf, type Built, type Draft } from "./records.ts";
import { show, type Context } from "./show.ts";

interface EvidenceNotation {
  for: string | string[];
  quote?: QuoteNotation;
  because?: string;
  source?: string;
  page?: string;
  finds?: string;
}

/** One passage's support for one field. */
interface Support {
  readonly passage: Passage;
  readonly pointer: string;
  readonly certainty: "explicit" | "inferred" | "coded";
  readonly reason?: string | undefined;
  /** UTF-16, into the passage. */
  readonly anchor?: { start: number; end: number } | undefined;
  readonly form?: Name["form"] | undefined;
}

/** How each field is supported, for what is derived from that: the basis of dates and speakers, and the statistics. */
export interface Proof {
  readonly evidence: readonly object[];
  readonly outside: readonly object[];
  /** By pointer; a field may be supported in several ways. */
  readonly supports: ReadonlyMap<
    string,
    { readonly ways: ReadonlySet<"explicit" | "inferred" | "coded" | "outside">; readonly form?: Name["form"]; readonly words?: string }
  >;
  /** The stretches that curators chose, in code points: what a name shows by itself is not among them. */
  readonly chosen: readonly { readonly source: string; readonly start: number; readonly end: number }[];
  /** Where the record's first passage stands, for the order of records. */
  readonly first?: { readonly source: string; readonly start: number };
}

const isPresent = (value: unknown): boolean => value !== undefined && !(Array.isArray(value) && value.length === 0);

/** Proves one record. `record` is in the published shape, short forms expanded, nothing derived yet. */
export function prove(draft: Draft, record: Built, context: Context): Proof {
  const { drafts, texts, problems } = context;
  const fields = fieldsOf(draft.kind);
  const notation = draft.notation as {
    source?: string;
    quote?: QuoteNotation;
    evidence?: EvidenceNotation[];
    accounts?: (EvidenceNotation & { field: string })[];
  };
  const supports: Support[] = [];
  const outside: { source: string; supports: string[]; finding: string }[] = [];
  const named = new Set<string>();

  const find = (quote: QuoteNotation, source: string | undefined, path: Path): Passage[] => {
    const from = source ?? notation.source;
    if (from === undefined) return (problems.push(problem(draft.spot(path), path, "say which article it stands in (source: …)")), []);
    const text = texts.get(from);
    if (!text) {
      if (drafts.has(from))
        problems.push(
          problem(draft.spot(path), path, `"${from}" is no seed, and quotes stand in seeds; give what the page says with page and finds`),
        );
      return [];
    }
    const parts = Array.isArray(quote) ? quote : [quote];
    return parts.flatMap((part, i) => findQuote(part, text, draft, Array.isArray(quote) ? [...path, i] : path, problems) ?? []);
  };

  /** The pointers that a field's name stands for; a name that stands for none is a problem. */
  const pointersOf = (name: string, path: Path): string[] => {
    const [field, index] = name.split(".") as [string, string?];
    const meta = fields[field];
    const fault = (message: string) => (problems.push(problem(draft.spot(path), path, message)), []);
    const able = Object.keys(fields).filter((f) => fields[f]!.ground !== "none");
    if (!meta) return fault(`no such field "${field}"${didYouMean(field, able)}`);
    if (meta.ground === "none")
      return fault(`"${field}" takes no evidence: ${meta.derived ? "the build derives it" : "it is the curator's own word"}`);
    const value = record[field];
    if (!isPresent(value)) return fault(`the record has no ${field}; write the field, or remove the evidence`);
    if (!Array.isArray(value)) return index === undefined ? [`/${field}`] : fault(`${field} is no list; write it without the number`);
    if (index === undefined) return value.map((_, i) => `/${field}/${i}`);
    return +index < value.length ? [`/${field}/${index}`] : fault(`${field} has ${value.length} items, counted from 0`);
  };
  const valueOf = (pointer: string): [string, unknown] => {
    const [, field, index] = pointer.split("/") as [string, string, string?];
    return [field, index === undefined ? record[field] : (record[field] as unknown[])[+index]];
  };

  /** Adds what a quote shows of the fields named for it. */
  const explicit = (passages: Passage[], pointers: string[], spotOf: (pointer: string) => Path) => {
    for (const pointer of pointers) {
      const [field, value] = valueOf(pointer);
      if (fields[field]!.ground === "coded") {
        for (const passage of passages) supports.push({ passage, pointer, certainty: "coded" });
        continue;
      }
      const shown = passages.map((passage) => [passage, show(record, field, value, passage, context)] as const);
      if (passages.length > 0 && shown.every(([, words]) => typeof words === "string")) {
        const path = spotOf(pointer);
        const key = fields[field]!.key;
        const what =
          typeof value === "object" && value !== null && key
            ? String((value as Record<string, unknown>)[key])
            : field === "date"
              ? (value as { edtf: string }).edtf
              : String(value);
        problems.push(
          problem(
            draft.spot(path),
            path,
            `${dotted(path) === dotted(pointer.slice(1).split("/")) ? "" : `${pointer.slice(1).replace("/", ".")}: `}"${what}" is not shown by the quote "${shorten(passages[0]!.exact)}": ${shown[0]![1] as string}; quote words that show it, or say why with because`,
          ),
        );
      }
      for (const [passage, words] of shown)
        if (typeof words !== "string") supports.push({ passage, pointer, certainty: "explicit", anchor: words, form: words.form });
    }
  };

  const items: [EvidenceNotation, Path][] = (notation.evidence ?? []).map((item, i) => [item, ["evidence", i]]);
  for (const [i, account] of (notation.accounts ?? []).entries()) {
    const path: Path = ["accounts", i];
    if (account.quote === undefined && account.page === undefined)
      problems.push(problem(draft.spot(path), path, "nothing supports this account; give a quote or a page"));
    items.push([
      {
        ...account,
        for: `accounts.${i}`,
        ...(account.page !== undefined && {
          finds: (account as { reason?: string }).reason ?? `${account.field}: ${(account as unknown as { value: string }).value}`,
        }),
      },
      path,
    ]);
  }
  /** What only pages were named for. */
  const byPage = new Set<string>();
  for (const [item, path] of items) {
    const names = Array.isArray(item.for) ? item.for : [item.for];
    const pointers = names.flatMap((name, i) => pointersOf(name, Array.isArray(item.for) ? [...path, "for", i] : [...path, "for"]));
    for (const pointer of pointers) named.add(pointer);
    if (item.page !== undefined) {
      if (item.quote !== undefined || item.because !== undefined)
        problems.push(problem(draft.spot(path), path, "give either a quote (with because) or a page (with finds), not both"));
      if (item.finds === undefined) problems.push(problem(draft.spot(path), path, "say what the page says (finds: …)"));
      else if (pointers.length > 0) outside.push({ source: item.page, supports: pointers, finding: item.finds });
      for (const pointer of pointers) byPage.add(pointer);
      continue;
    }
    if (item.quote === undefined) {
      if (path[0] !== "accounts") problems.push(problem(draft.spot(path), path, "gives neither a quote nor a page"));
      continue;
    }
    for (const pointer of pointers) byPage.delete(pointer);
    const passages = find(item.quote, item.source, [...path, "quote"]);
    if (item.because === undefined) explicit(passages, pointers, () => [...path, "quote"]);
    else
      for (const pointer of pointers)
        for (const passage of passages) {
          const [field, value] = valueOf(pointer);
          const words = fields[field]!.ground === "stated" ? show(record, field, value, passage, context) : "";
          supports.push({
            passage,
            pointer,
            certainty: "inferred",
            reason: item.because,
            ...(typeof words !== "string" && { anchor: words }),
          });
        }
  }

  const statedLeft: string[] = [];
  const codedLeft: string[] = [];
  for (const [name, meta] of Object.entries(fields)) {
    if (meta.ground === "none" || meta.derived || name === "names" || name === "accounts" || !isPresent(record[name])) continue;
    const left = (Array.isArray(record[name]) ? record[name].map((_: unknown, i: number) => `/${name}/${i}`) : [`/${name}`]).filter(
      (p: string) => !named.has(p),
    );
    (meta.ground === "stated" ? statedLeft : codedLeft).push(...left);
  }
  if (notation.quote !== undefined) {
    const others = supports.splice(0); // the record's own quote comes first
    explicit(find(notation.quote, undefined, ["quote"]), [...statedLeft, ...codedLeft], (pointer) =>
      pointer
        .slice(1)
        .split("/")
        .map((k) => (/^\d+$/.test(k) ? +k : k)),
    );
    // a page beside the text does not take the text's own words away, where they show the value
    for (const pointer of byPage) {
      const [field, value] = valueOf(pointer);
      if (fields[field]!.ground !== "stated") continue;
      for (const passage of find(notation.quote, undefined, ["quote"])) {
        const words = show(record, field, value, passage, context);
        if (typeof words !== "string") supports.push({ passage, pointer, certainty: "explicit", anchor: words });
      }
    }
    supports.push(...others);
  } else {
    for (const pointer of statedLeft) {
      const path = pointer
        .slice(1)
        .split("/")
        .map((k) => (/^\d+$/.test(k) ? +k : k));
      problems.push(
        problem(draft.spot(path), path, "nothing supports it; give a quote, or evidence for it (a quote, or a page and what it finds)"),
      );
    }
  }

  const chosen = supports.map(({ passage: { text, start, exact } }) => ({ source: text.id, ...text.span(start, start + exact.length) }));

  // A name proves itself: by a passage above that holds it, or by its own place in the text.
  const names = (record.names ?? []) as Name[];
  for (const [i, name] of names.entries()) {
    const text = name.source === undefined ? undefined : texts.get(name.source);
    const pointer = `/names/${i}`;
    if (!text) {
      const page = outside.find((o) => o.source === name.source);
      if (page) page.supports.push(pointer);
      else if (name.source !== undefined)
        outside.push({ source: name.source, supports: [pointer], finding: `uses the name "${name.text}"` });
      continue;
    }
    const longer = names.filter((n) => n.text.length > name.text.length && n.text.includes(name.text));
    const holder = supports.find((s) => s.passage.text === text && whereNamed(s.passage.exact, name, longer) !== undefined);
    const start = holder ? holder.passage.start + whereNamed(holder.passage.exact, name, longer)! : whereNamed(text.text, name, longer)!;
    const exact = text.text.slice(start, start + name.text.length);
    const passage = holder?.passage ?? { text, start, exact };
    supports.push({
      passage,
      pointer,
      certainty: "explicit",
      anchor: { start: start - passage.start, end: start - passage.start + exact.length },
    });
  }

  // without a quote of its own, a record's judgements rest on the passages that support its fields, or else on its first name's
  if (notation.quote === undefined && codedLeft.length > 0) {
    const passages = new Set((chosen.length > 0 ? supports.slice(0, chosen.length) : supports.slice(0, 1)).map((s) => s.passage));
    for (const pointer of codedLeft) {
      for (const passage of passages) supports.push({ passage, pointer, certainty: "coded" });
      if (passages.size === 0) for (const page of outside) page.supports.push(pointer);
    }
  }

  if (supports.length === 0 && outside.length === 0 && notation.quote === undefined && items.length === 0)
    problems.push(problem(draft.spot([]), [], `"${draft.id}" has neither a quote nor a page; a record without evidence is no record`));
  return { ...assemble(supports, outside), chosen };
}

/** One entry of `evidence` for each passage, certainty and reason; what is coded joins what its passage shows. */
function assemble(
  supports: readonly Support[],
  outside: readonly { source: string; supports: string[]; finding: string }[],
): Omit<Proof, "chosen"> {
  const place = (s: Support) => `${s.passage.text.id}:${s.passage.start}:${s.passage.exact.length}`;
  const showing = new Set(supports.filter((s) => s.certainty === "explicit").map(place));
  const groups = new Map<string, Support[]>();
  for (const support of supports) {
    const certainty = support.certainty === "coded" && showing.has(place(support)) ? "explicit" : support.certainty;
    const key = JSON.stringify([place(support), certainty, support.reason]);
    groups.set(key, [...(groups.get(key) ?? []), { ...support, certainty }]);
  }
  const evidence = [...groups.values()].map((group) => {
    const { passage, certainty, reason } = group[0]!;
    const { text, start, exact } = passage;
    const pointers = [...new Set(group.map((s) => s.pointer))];
    const anchors = group.flatMap(({ pointer, anchor }) =>
      anchor ? [{ pointer, ...text.span(start + anchor.start, start + anchor.end) }] : [],
    );
    return {
      source: text.id,
      quote: { exact, ...text.context(start, start + exact.length) },
      position: text.span(start, start + exact.length),
      supports: pointers,
      certainty,
      ...(reason !== undefined && { reason }),
      anchors: anchors.filter((a, i) => anchors.findIndex((b) => JSON.stringify(a) === JSON.stringify(b)) === i),
    };
  });
  const ways = new Map<string, { ways: Set<"explicit" | "inferred" | "coded" | "outside">; form?: Name["form"]; words?: string }>();
  const note = (pointer: string, way: "explicit" | "inferred" | "coded" | "outside", support?: Support) => {
    const known = ways.get(pointer) ?? { ways: new Set() };
    known.ways.add(way);
    if (support?.form && !known.form) known.form = support.form;
    if (support?.anchor && way === "explicit") known.words ??= support.passage.exact.slice(support.anchor.start, support.anchor.end);
    ways.set(pointer, known);
  };
  for (const s of supports) note(s.pointer, s.certainty, s);
  for (const o of outside) for (const pointer of o.supports) note(pointer, "outside");
  return {
    evidence,
    outside,
    supports: ways,
    ...(evidence[0] && { first: { source: evidence[0].source, start: evidence[0].position.start } }),
  };
}

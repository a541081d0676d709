/** From a draft to the published record: short forms expanded, then, with the proof at hand, all that follows from the rest. */
import { bounds } from "../date.ts";
import type { Proof } from "./evidence.ts";
import type { Name } from "./names.ts";
import { problem, type Path, type Problem } from "./problem.ts";
import { fieldsOf, type Built, type Draft, type Drafts } from "./records.ts";

type Office = { title: string; organization?: string; country?: string; level?: string };
type Term = Office & { from?: { edtf: string }; to?: { edtf: string } };

/** The record in the published shape, short forms expanded; nothing derived yet. */
export function expand(draft: Draft, names: readonly Name[]): Built {
  const record: Built = { kind: draft.kind, id: draft.id };
  for (const [name, meta] of Object.entries(fieldsOf(draft.kind))) {
    if (meta.derived || name === "names") {
      if (name === "names") record.names = names.map((n) => ({ ...n }));
      continue;
    }
    const value = draft.notation[name];
    const isList = (meta.schema as { type: string }).type === "array";
    if (value === undefined) {
      if (isList) record[name] = [];
      continue;
    }
    const whole = (item: unknown): unknown => (typeof item !== "string" ? item : meta.key ? { [meta.key]: item } : item);
    if (Array.isArray(value)) record[name] = value.map(whole);
    else if (name === "date" || name === "published") record[name] = typeof value === "string" ? { edtf: value } : value;
    else record[name] = whole(value);
  }
  if (record.accounts)
    record.accounts = ((draft.notation.accounts as { page?: string }[] | undefined) ?? []).map((account) => {
      const { field, value, by, page, reason } = account as Record<string, unknown>;
      return { field, value, by, ...(page !== undefined && { outside: page }), ...(reason !== undefined && { reason }) };
    });
  return record;
}

const precisionOf: Record<string, string> = {
  country: "country",
  city: "city",
  venue: "venue",
  checkpoint: "venue",
  region: "region",
  road: "region",
  sea: "region",
};
const ranks = ["head-of-state", "head-of-government", "foreign-minister", "ambassador"];

/** All that follows from a record and its proof. `meetings` holds those that are finished: statements come after them. */
export function derive(
  draft: Draft,
  record: Built,
  proof: Proof,
  drafts: Drafts,
  meetings: ReadonlyMap<string, Built>,
  since: string,
  problems: Problem[],
): Built {
  const ways = (pointer: string) => proof.supports.get(pointer)?.ways ?? new Set();
  const fault = (path: Path, message: string) => void problems.push(problem(draft.spot(path), path, message));
  const countryOf = (id: string): string | undefined => {
    const found = drafts.get(id);
    return found?.kind === "place" && found.notation.type === "country" ? id : (found?.notation.country as string | undefined);
  };

  /** A date with its bounds; its basis, where the curator gives none, is that of its evidence. */
  const date = (value: Record<string, unknown>, path: Path, pointer?: string): unknown => {
    const { edtf, basis, asWritten, reason } = value as { edtf: string; basis?: string; asWritten?: string; reason?: string };
    const known = pointer === undefined ? new Set() : ways(pointer);
    const follows = basis ?? (known.has("explicit") ? "stated" : known.has("outside") ? "outside-research" : undefined);
    if (follows === undefined && problems.every((p) => p.line !== draft.spot(path).line || p.file !== draft.spot(path).file))
      fault(path, "say how it is known (basis: …)");
    const said = asWritten ?? (pointer === undefined ? undefined : proof.supports.get(pointer)?.words);
    return {
      edtf,
      ...bounds(edtf),
      basis: follows,
      ...(said !== undefined && { asWritten: said }),
      ...(reason !== undefined && { reason }),
    };
  };

  /** The office that a person held at the time of an event. */
  const officeAt = (person: string, when: { edtf: string } | undefined, chosen: unknown, path: Path): Office | undefined => {
    const offices = (drafts.get(person)?.notation.offices ?? []) as Term[];
    const plain = ({ title, organization, country, level }: Term): Office => ({
      title,
      ...(organization && { organization }),
      ...(country && { country }),
      ...(level && { level }),
    });
    const edge = (value: unknown, end: "earliest" | "latest") =>
      value === undefined ? null : bounds(typeof value === "string" ? value : (value as { edtf: string }).edtf)[end];
    if (chosen !== undefined) {
      const found = offices.find((o) => o.title === chosen);
      if (!found)
        fault(
          path,
          `${person} has no office "${String(chosen)}" in people.yaml; it has: ${offices.map((o) => o.title).join(", ") || "none"}`,
        );
      return found && plain(found);
    }
    const day = when && bounds(when.edtf);
    const fitting = offices.filter(
      (o) => !day || ((edge(o.from, "earliest") ?? "") <= (day.latest ?? "9") && (day.earliest ?? "") <= (edge(o.to, "latest") ?? "9")),
    );
    if (fitting.length === 1) return plain(fitting[0]!);
    if (fitting.length > 1)
      fault(
        path,
        `${person} has ${fitting.length} offices${day ? " at that time" : ""}; say which (office: ${fitting.map((o) => o.title).join(" | ")})`,
      );
    return undefined;
  };

  const own = record;
  if (own.date) own.date = date(own.date as never, ["date"], "/date");
  if (own.published) own.published = date(own.published as never, ["published"]);
  const where = own.place as { place: string; precision?: string } | undefined;
  if (where) where.precision ??= precisionOf[String(drafts.get(where.place)?.notation.type)]!;

  if (own.kind === "person")
    own.offices = (own.offices as Term[]).map((office, i) => ({
      ...office,
      ...(office.from && { from: date(typeof office.from === "string" ? { edtf: office.from } : office.from, ["offices", i, "from"]) }),
      ...(office.to && { to: date(typeof office.to === "string" ? { edtf: office.to } : office.to, ["offices", i, "to"]) }),
    }));
  if (own.kind === "agreement")
    own.statuses = (own.statuses as { asOf?: string | { edtf: string } }[]).map((status, i) => ({
      ...status,
      ...(status.asOf && { asOf: date(typeof status.asOf === "string" ? { edtf: status.asOf } : status.asOf, ["statuses", i, "asOf"]) }),
    }));
  if (own.kind === "place" && own.type === "country") own.country = own.id;

  if (own.kind === "meeting") {
    const participants = (own.participants as { person: string; office?: string; side?: string }[]).map(
      ({ person, office: chosen, side: told }, i) => {
        const office = officeAt(person, own.date as never, chosen, ["participants", i]);
        const side = told ?? office?.country ?? countryOf(person);
        return { person, ...(office && { office }), ...(side && { side }) };
      },
    );
    const sides = [...new Set([...(own.sides as string[]), ...participants.flatMap((p) => p.side ?? [])])];
    const hosts = own.hosts as string[];
    const hostSides = new Set(hosts.flatMap((id) => [id, countryOf(id) ?? id]));
    const visitors = hosts.length === 0 ? [] : sides.filter((id) => !hostSides.has(id));
    const bySide = new Map<string, number>();
    for (const { office, side } of participants) {
      const rank = ranks.indexOf(office?.level ?? "");
      if (side && rank !== -1) bySide.set(side, Math.min(rank, bySide.get(side) ?? rank));
    }
    const level = own.format === "commission-session" ? "commission" : (ranks[Math.max(...bySide.values())] ?? "unspecified");
    Object.assign(own, { participants, sides, visitors, level });
  }

  if (own.kind === "statement") {
    const meeting = own.meeting === undefined ? undefined : meetings.get(own.meeting as string);
    own.label = own.gist;
    const speakers = (own.speakers as { actor: string; basis?: string; office?: string; side?: string }[]).map(
      ({ actor, basis, office: chosen, side: told }, i) => {
        const isPerson = drafts.get(actor)?.kind === "person";
        const office = isPerson ? officeAt(actor, meeting?.date as never, chosen, ["speakers", i]) : undefined;
        const side = told ?? office?.country ?? countryOf(actor);
        const proofOf = proof.supports.get(`/speakers/${i}`);
        const follows =
          basis ??
          (!isPerson
            ? own.mode === "unattributed-report" // no state is named as saying it
              ? "anaphoric"
              : "state-metonymy"
            : proofOf?.ways.has("explicit")
              ? proofOf.form === "office"
                ? "office"
                : "named"
              : undefined);
        if (follows === undefined && proofOf)
          fault(["speakers", i], `the quote does not name ${actor}; write { actor: ${actor}, basis: anaphoric } or basis: office`);
        return { actor, ...(office && { office }), ...(side && { side }), basis: follows };
      },
    );
    if (meeting?.date) own.date = meeting.date;
    if (meeting?.place) {
      const { place } = meeting.place as { place: string };
      const country = countryOf(place);
      Object.assign(own, { place, ...(country && { country }) });
    }
    Object.assign(own, { speakers, sides: [...new Set(speakers.flatMap((s) => s.side ?? []))] });
  }

  own.since = since;
  if (draft.kind !== "source" && draft.kind !== "topic") Object.assign(own, { evidence: proof.evidence, outside: proof.outside });
  return own;
}

/** Fields in the order of the schema, so that the same data give the same bytes. */
export function arranged(record: Built): Built {
  return Object.fromEntries(
    Object.keys(fieldsOf(record.kind)).flatMap((name) => (record[name] === undefined ? [] : [[name, record[name]]])),
  ) as Built;
}

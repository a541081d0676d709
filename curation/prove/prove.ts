/**
 * The rule of ground. Each quote is found in its text. Each stated field must be shown by the words
 * given for it, be inferred from them with a reason, or rest on an outside page. Each coded field
 * rests on the passages of the record.
 */
import type { z } from "zod";
import { fieldsOf, type FieldDescription } from "../../src/schema/describe.ts";
import type { AccountNotation, EvidenceNotation } from "../../src/schema/evidence.ts";
import { didYouMean } from "../../src/text/did-you-mean.ts";
import type { DraftOf, ProvableDraft } from "../draft.ts";
import { findQuote, type Passage, type Quote } from "../locate/find-quote.ts";
import { findName, longerNamesOf, type Name } from "../locate/names.ts";
import { dotted, problem, shorten, type Path } from "../problem.ts";
import type { FieldValues } from "../validate/expand.ts";
import { isMapping } from "../validate/check-notation.ts";
import { assembleEvidence } from "./assemble-evidence.ts";
import {
  labelledByUs,
  missingDate,
  missingName,
  missingTerm,
  type Resting,
  wrongNumber,
} from "./inference.ts";
import { checkClaimWords, type ClaimWords } from "./claim-passages.ts";
import { showValue, type Shown } from "./shown-words.ts";
import {
  splitPointer,
  toPath,
  valueAt,
  type PageSupport,
  type Proof,
  type ProofContext,
  type Support,
} from "./support.ts";

type EvidenceItem = z.infer<typeof EvidenceNotation>;
type AccountItem = z.infer<typeof AccountNotation>;

function isPresent(value: unknown): boolean {
  return value !== undefined && !(Array.isArray(value) && value.length === 0);
}

/** What a value is called in a message. */
function describeValue(value: unknown, field: FieldDescription): string {
  if (!isMapping(value)) return String(value);
  return String(field.name === "date" ? value.edtf : value[field.key ?? "id"]);
}

/** Proves one record: collects its supports step by step. */
class RecordProver {
  readonly #draft: ProvableDraft;
  readonly #record: FieldValues;
  readonly #context: ProofContext;
  readonly #fields: ReadonlyMap<string, FieldDescription>;
  readonly #pages: PageSupport[] = [];
  /** Values for which the curator gave evidence. */
  readonly #given = new Set<string>();
  /** Values for which the curator gave pages only. */
  readonly #givenByPage = new Set<string>();
  /** The quotes of the evidence, with the values that they are given for. */
  readonly #contextPassages: { passage: Passage; pointers: string[]; path: Path }[] = [];
  #supports: Support[] = [];
  #chosenCount = 0;

  constructor(draft: ProvableDraft, record: FieldValues, context: ProofContext) {
    this.#draft = draft;
    this.#record = record;
    this.#context = context;
    this.#fields = fieldsOf(draft.kind);
  }

  prove(): Proof {
    this.#readEvidence();
    const open = this.#openValues();
    if (this.#draft.kind === "statement") this.#backWithClaim(this.#draft, open);
    else if (this.#draft.notation.quote === undefined) this.#reportUnsupported(open.stated);
    else this.#backWithQuote(this.#draft.notation.quote, open);
    this.#chosenCount = this.#supports.length;
    this.#proveNames();
    if (this.#draft.kind === "statement") this.#proveAccordingTo();
    if (this.#draft.kind !== "statement" && this.#draft.notation.quote === undefined)
      this.#restJudgements(open.coded);
    this.#reportWithoutEvidence();
    this.#checkInferences();
    return { ...assembleEvidence(this.#supports, this.#pages), chosen: this.#chosen() };
  }

  #report(path: Path, message: string): void {
    this.#context.problems.push(problem(this.#draft.spot(path), path, message));
  }

  /** The evidence and the accounts that the curator gave, each with its place in the notation. */
  #readEvidence(): void {
    const { evidence = [], accounts = [] } = this.#draft.notation;
    for (const [i, item] of evidence.entries()) this.#readItem(item, ["evidence", i]);
    for (const [i, account] of accounts.entries()) {
      if (account.quote === undefined && account.page === undefined)
        this.#report(["accounts", i], "nothing supports this account; give a quote or a page");
      else this.#readItem(this.#toEvidence(account, i), ["accounts", i]);
    }
  }

  /** An account as evidence for itself. */
  #toEvidence({ page, reason, field, value, ...rest }: AccountItem, i: number): EvidenceItem {
    const finds = reason ?? `${field}: ${value}`;
    return { ...rest, for: `accounts.${i}`, ...(page !== undefined && { page, finds }) };
  }

  #readItem(item: EvidenceItem, path: Path): void {
    const pointers = Array.isArray(item.for)
      ? item.for.flatMap((name, i) => this.#pointersOf(name, [...path, "for", i]))
      : this.#pointersOf(item.for, [...path, "for"]);
    for (const pointer of pointers) this.#given.add(pointer);
    if (item.page !== undefined) this.#readPage(item, item.page, pointers, path);
    else if (item.quote === undefined) this.#report(path, "gives neither a quote nor a page");
    else this.#readQuote(item, item.quote, pointers, [...path, "quote"]);
  }

  #readPage(item: EvidenceItem, page: string, pointers: string[], path: Path): void {
    if (item.quote !== undefined || item.because !== undefined)
      this.#report(path, "give either a quote (with because) or a page (with finds), not both");
    if (item.finds === undefined) this.#report(path, "write what the page says (finds: …)");
    else if (pointers.length > 0)
      this.#pages.push({ source: page, supports: pointers, finding: item.finds });
    for (const pointer of pointers) this.#givenByPage.add(pointer);
  }

  #readQuote(item: EvidenceItem, quote: Quote, pointers: string[], path: Path): void {
    for (const pointer of pointers) this.#givenByPage.delete(pointer);
    const passages = this.#findPassages(quote, item.source, path);
    for (const passage of passages) this.#contextPassages.push({ passage, pointers, path });
    if (item.because === undefined) this.#addShown(passages, pointers, () => path);
    else this.#addInferred(passages, pointers, item.because);
  }

  /**
   * The pointers that a field name means; none, and a problem, when it cannot have
   * evidence.
   */
  #pointersOf(name: string, path: Path): string[] {
    const [fieldName = "", index] = name.split(".");
    const value = this.#record[fieldName];
    const fault = this.#faultOfName(fieldName, index, value);
    if (fault !== undefined) {
      this.#report(path, fault);
      return [];
    }
    if (!Array.isArray(value)) return [`/${fieldName}`];
    return index === undefined
      ? value.map((_, i) => `/${fieldName}/${i}`)
      : [`/${fieldName}/${index}`];
  }

  #faultOfName(name: string, index: string | undefined, value: unknown): string | undefined {
    const field = this.#fields.get(name);
    if (field === undefined) {
      const able = [...this.#fields.values()].filter(({ ground }) => ground !== "none");
      const names = able.map((one) => one.name);
      return `no such field "${name}"${didYouMean(name, names)}`;
    }
    if (field.ground === "none")
      return (
        `"${name}" takes no evidence: ` +
        (field.derived ? "the build derives it" : "it is the curator's own word")
      );
    if (!isPresent(value))
      return `the record has no ${name}; write the field, or remove the evidence`;
    if (index === undefined) return undefined;
    if (!Array.isArray(value)) return `${name} is not a list; write it without the number`;
    return Number(index) < value.length
      ? undefined
      : `${name} has ${value.length} items, counted from 0`;
  }

  #findPassages(quote: Quote, source: string | undefined, path: Path): Passage[] {
    const from = source ?? this.#draft.notation.source;
    if (from === undefined) {
      this.#report(path, "name the article of the quote (source: …)");
      return [];
    }
    const text = this.#context.texts.get(from);
    if (text === undefined) {
      if (this.#context.drafts.has(from))
        this.#report(
          path,
          `"${from}" is not a seed, and only seeds are quoted; write what the page says with ` +
            "page and finds",
        );
      return [];
    }
    const { problems, texts } = this.#context;
    const place = { texts, draft: this.#draft, path, problems };
    if (!Array.isArray(quote)) return [findQuote(quote, text, place) ?? []].flat();
    return quote.flatMap(
      (span, i) => findQuote(span, text, { ...place, path: [...path, i] }) ?? [],
    );
  }

  #fieldAt(pointer: string): FieldDescription {
    return this.#fields.get(splitPointer(pointer).field)!;
  }

  #show(pointer: string, passage: Passage): Shown {
    const field = this.#fieldAt(pointer);
    const value = valueAt(this.#record, pointer);
    return showValue({ kind: this.#draft.kind, field, value }, passage, this.#context);
  }

  /**
   * Adds what a quote shows of the values that it is given for; a stated value that it does not
   * show is a problem.
   */
  #addShown(
    passages: readonly Passage[],
    pointers: readonly string[],
    pathOf: (pointer: string) => Path,
  ): void {
    for (const pointer of pointers) {
      if (this.#fieldAt(pointer).ground === "coded") {
        for (const passage of passages)
          this.#supports.push({ passage, pointer, certainty: "coded" });
        continue;
      }
      const isShown = passages.map((passage) => this.#addIfShown(pointer, passage));
      if (passages.length > 0 && !isShown.includes(true))
        this.#reportNotShown(pointer, passages[0]!, pathOf(pointer));
    }
  }

  /** Adds an explicit support when the words show the value. */
  #addIfShown(pointer: string, passage: Passage, role?: Support["role"]): boolean {
    const words = this.#show(pointer, passage);
    if ("fault" in words) return false;
    this.#supports.push({
      passage,
      pointer,
      certainty: "explicit",
      words,
      ...(role !== undefined && { role }),
    });
    return true;
  }

  #reportNotShown(pointer: string, passage: Passage, path: Path): void {
    const words = this.#show(pointer, passage);
    const own = dotted(toPath(pointer));
    const prefix = dotted(path) === own ? "" : `${own}: `;
    const what = describeValue(valueAt(this.#record, pointer), this.#fieldAt(pointer));
    const fault = "fault" in words ? words.fault : "";
    this.#report(
      path,
      `${prefix}"${what}" is not shown by the quote "${shorten(passage.exact)}": ${fault}; ` +
        "quote words that show it, or explain it with because",
    );
  }

  #addInferred(passages: readonly Passage[], pointers: readonly string[], reason: string): void {
    for (const pointer of pointers)
      for (const passage of passages) {
        const isStated = this.#fieldAt(pointer).ground === "stated";
        const words = isStated ? this.#show(pointer, passage) : undefined;
        this.#supports.push({
          passage,
          pointer,
          certainty: "inferred",
          reason,
          ...(words !== undefined && !("fault" in words) && { words }),
        });
      }
  }

  /** The values for which the curator gave no evidence of their own. */
  #openValues(): { stated: string[]; coded: string[] } {
    const open: Record<"stated" | "coded", string[]> = { stated: [], coded: [] };
    for (const { name, ground, derived } of this.#fields.values()) {
      const value = this.#record[name];
      const isOwnProof = name === "names" || name === "accounts";
      if (ground === "none" || derived || isOwnProof || !isPresent(value)) continue;
      const pointers = Array.isArray(value) ? value.map((_, i) => `/${name}/${i}`) : [`/${name}`];
      open[ground].push(...pointers.filter((pointer) => !this.#given.has(pointer)));
    }
    return open;
  }

  /** The quote of the record backs every value that has no evidence of its own. */
  #backWithQuote(quote: Quote, open: { stated: string[]; coded: string[] }): void {
    const others = this.#supports;
    this.#supports = []; // the supports by the quote of the record come first
    const passages = this.#findPassages(quote, undefined, ["quote"]);
    this.#addShown(passages, [...open.stated, ...open.coded], toPath);
    // a page beside the text does not remove the words of the text, where they show the value
    for (const pointer of this.#givenByPage) {
      const field = this.#fieldAt(pointer);
      // an account that a page gives is not the account of the text
      if (field.ground === "stated" && field.name !== "accounts")
        for (const passage of passages) this.#addIfShown(pointer, passage);
    }
    this.#supports.push(...others);
  }

  /**
   * The words of the claim back every value of a statement that has no evidence of its own. The
   * attribution shows the speakers, and names that the claim does not show; of the judgements,
   * only the mode and the cue of the speech act rest on it as well.
   */
  #backWithClaim(draft: DraftOf<"statement">, open: { stated: string[]; coded: string[] }): void {
    const context = this.#supports.map((support) => ({ ...support, role: "context" as const }));
    this.#supports = []; // the words of the claim come first, then the attribution
    const { claim, attribution } = draft.notation;
    const words = checkClaimWords(
      draft,
      {
        isAttributed: attribution !== undefined,
        claim: claim === undefined ? [] : this.#findPassages(claim, undefined, ["claim"]),
        attribution:
          attribution === undefined
            ? []
            : this.#findPassages(attribution, undefined, ["attribution"]),
      },
      this.#context.problems,
    );
    this.#reportLeadIns(words);
    // the mode rests on the claim, whatever else is given for it, so that the claim is published
    const all = open.coded.includes("/mode") ? open.coded : ["/mode", ...open.coded];
    const set = this.#setScene(draft, open.coded);
    const coded = all.filter((pointer) => !set.some((support) => support.pointer === pointer));
    for (const pointer of coded)
      for (const passage of words.claim)
        this.#supports.push({ passage, pointer, certainty: "coded", role: "claim" });
    for (const pointer of open.stated) this.#showByClaim(pointer, words);
    // a page beside the text does not remove the words of the text, where they show the value
    for (const pointer of this.#givenByPage)
      if (this.#fieldAt(pointer).ground === "stated") this.#showByClaim(pointer, words, true);
    for (const passage of words.attribution)
      this.#supports.push({ passage, pointer: "/mode", certainty: "coded", role: "attribution" });
    if (words.cue !== undefined) this.#addCue(words.cue, words);
    this.#supports.push(...set, ...context);
  }

  /** The words of the setting support the meeting and the occasion of what was said there. */
  #setScene({ notation }: DraftOf<"statement">, coded: readonly string[]): Support[] {
    const { setting, meeting } = notation;
    if (setting === undefined || meeting === undefined) return [];
    const passages = this.#findPassages(setting, undefined, ["setting"]);
    const pointers = ["/meeting", "/occasion"].filter((pointer) => coded.includes(pointer));
    return pointers.flatMap((pointer) =>
      passages.map(
        (passage) => ({ passage, pointer, certainty: "coded", role: "context" }) as const,
      ),
    );
  }

  /** The words of the article that say on whose account it rests. */
  #proveAccordingTo(): void {
    const { source } = this.#draft.notation;
    const passage = source === undefined ? undefined : this.#context.accountWords.get(source);
    if (passage === undefined) return;
    const words = { start: 0, end: passage.exact.length };
    const support = { passage, pointer: "/accordingTo", words } as const;
    this.#supports.push({ ...support, certainty: "explicit", role: "context" });
  }

  /** Adds the passages of a claim or its attribution that show a stated value. */
  #showByClaim(pointer: string, words: ClaimWords, isOptional = false): void {
    const { field } = splitPointer(pointer);
    const { claim, attribution } = words;
    // a state that a claim is about is not its speaker
    const lists =
      field === "speakers"
        ? ([[attribution, "attribution"]] as const)
        : ([
            [claim, "claim"],
            [attribution, "attribution"],
          ] as const);
    for (const [passages, role] of lists) {
      const isShown = passages.map((passage) => this.#addIfShown(pointer, passage, role));
      if (isShown.includes(true)) return;
    }
    if (isOptional) return;
    const first = lists[0][0][0];
    if (first !== undefined) this.#reportNotShown(pointer, first, toPath(pointer));
    // a claim that nothing attributes is a problem already; this is a speaker among several
    else if (!words.isAttributed && this.#hasEvidenceFor(field)) this.#reportUnsupported([pointer]);
  }

  #hasEvidenceFor(field: string): boolean {
    return [...this.#given].some((pointer) => splitPointer(pointer).field === field);
  }

  #addCue({ passage, start, end }: NonNullable<ClaimWords["cue"]>, words: ClaimWords): void {
    const role = words.attribution.includes(passage) ? "attribution" : "claim";
    const pointer = "/speechAct";
    this.#supports.push({ passage, pointer, certainty: "coded", words: { start, end }, role });
  }

  /** A judgement on what is claimed does not rest on words that only say who claims it. */
  #reportLeadIns({ attribution }: ClaimWords): void {
    for (const { passage, pointers, path } of this.#contextPassages) {
      const end = passage.start + passage.exact.length;
      const isLeadIn = attribution.some(
        (other) => other.start <= passage.start && end <= other.start + other.exact.length,
      );
      const judged = pointers.filter((pointer) => pointer.startsWith("/topics/"));
      if (isLeadIn && judged.length > 0)
        this.#report(
          path,
          `"${shorten(passage.exact)}" only attributes the claim; ${dotted(toPath(judged[0]!))} ` +
            "rests on words that say what is claimed",
        );
    }
  }

  #reportUnsupported(stated: readonly string[]): void {
    for (const pointer of stated)
      this.#report(
        toPath(pointer),
        "nothing supports it; give a quote, or evidence for it (a quote, or a page and what " +
          "it finds)",
      );
  }

  /** A name proves itself: by a passage above that holds it, or by its own place in the text. */
  #proveNames(): void {
    // the build wrote the names of the record itself
    const names = (this.#record.names ?? []) as readonly Name[];
    for (const [i, name] of names.entries()) {
      const longer = longerNamesOf(name, names);
      const text = name.source === undefined ? undefined : this.#context.texts.get(name.source);
      if (text === undefined) this.#proveNameByPage(name, `/names/${i}`);
      else this.#proveNameByText(name, longer, `/names/${i}`);
    }
  }

  #proveNameByPage({ source, text }: Name, pointer: string): void {
    if (source === undefined) return;
    const page = this.#pages.find((one) => one.source === source);
    if (page !== undefined) page.supports.push(pointer);
    else if (this.#isInHeadline(text, source))
      this.#pages.push({ source, supports: [pointer], finding: `uses the name "${text}"` });
    else
      this.#report(
        toPath(pointer),
        `"${text}" is the name of ${source}, which supports nothing here; give what the page says`,
      );
  }

  /** Whether the label or the title of a page holds a name. */
  #isInHeadline(name: string, source: string): boolean {
    const draft = this.#context.drafts.get(source);
    if (draft?.kind !== "source") return false;
    return `${draft.notation.label} ${draft.notation.title}`.includes(name);
  }

  #proveNameByText(name: Name, longer: readonly Name[], pointer: string): void {
    const text = this.#context.texts.get(name.source!)!;
    const holder = this.#supports.find(
      ({ passage }) => passage.text === text && findName(passage.exact, name, longer) !== undefined,
    )?.passage;
    const start = findName(holder?.exact ?? text.text, name, longer)!;
    const exact = (holder?.exact ?? text.text).slice(start, start + name.text.length);
    const passage = holder ?? { text, start, exact };
    const offset = holder === undefined ? 0 : start;
    const words = { start: offset, end: offset + exact.length };
    this.#supports.push({ passage, pointer, certainty: "explicit", words });
  }

  /**
   * Without a quote of the record, its judgements rest on the passages of its fields, or else on
   * its first name's.
   */
  #restJudgements(coded: readonly string[]): void {
    if (coded.length === 0) return;
    const resting =
      this.#chosenCount > 0
        ? this.#supports.slice(0, this.#chosenCount)
        : this.#supports.slice(0, 1);
    const passages = new Set(resting.map(({ passage }) => passage));
    for (const pointer of coded) {
      for (const passage of passages) this.#supports.push({ passage, pointer, certainty: "coded" });
      if (passages.size === 0) for (const page of this.#pages) page.supports.push(pointer);
    }
  }

  #reportWithoutEvidence(): void {
    const { quote, claim, evidence = [], accounts = [] } = this.#draft.notation;
    const hasSupport = this.#supports.length > 0 || this.#pages.length > 0;
    const hasNotation =
      quote !== undefined || claim !== undefined || evidence.length > 0 || accounts.length > 0;
    if (!hasSupport && !hasNotation)
      this.#report(
        [],
        `"${this.#draft.id}" has neither a quote nor a page; every record needs evidence`,
      );
  }

  /** What a value rests on, in one text each. */
  #restingOf(pointer: string): Resting {
    const own = this.#supports.filter((support) => support.pointer === pointer);
    const reasons = own.flatMap(({ passage, reason = "" }) => [passage.exact, reason]);
    const pages = this.#pages.filter(({ supports }) => supports.includes(pointer));
    return {
      field: this.#fieldAt(pointer),
      value: valueAt(this.#record, pointer),
      text: [...reasons, ...pages.map(({ finding }) => finding)].join(" "),
      passages: own.map(({ passage }) => passage.exact),
      pages: pages.map(({ source }) => source),
      aboutPages: pages.map(({ source }) => this.#describeSource(source)).join(" "),
    };
  }

  /** A stated value that no words show must be named by the reason, or by what the page says. */
  #checkInferences(): void {
    const rested = [...this.#supports, ...this.#pages.flatMap(({ supports }) => supports)];
    const pointers = new Set(rested.map((one) => (typeof one === "string" ? one : one.pointer)));
    for (const pointer of pointers) {
      const field = this.#fieldAt(pointer);
      if (field.ground !== "stated" || field.name === "names") continue;
      const resting = this.#restingOf(pointer);
      const isShown = this.#supports.some(
        (support) => support.pointer === pointer && support.certainty === "explicit",
      );
      const missing =
        missingDate(resting) ??
        wrongNumber(resting) ??
        (isShown
          ? undefined
          : (missingName(resting, this.#context) ?? missingTerm(resting, this.#context)));
      if (missing !== undefined) this.#reportMissing(pointer, missing);
    }
  }

  /** What an inference does not name, and how it can: at its quote, where it has one. */
  #reportMissing(pointer: string, missing: string): void {
    const kind = this.#context.drafts.get(missing)?.kind ?? "";
    const remedy = labelledByUs.has(kind)
      ? "quote words that the record itself quotes, or write its label in because or finds"
      : "name it in the quote, in because or in finds";
    const own = toPath(pointer);
    const given = this.#contextPassages.find(({ pointers }) => pointers.includes(pointer));
    const path = given?.path ?? own;
    const prefix = path === own ? "" : `${dotted(own)}: `;
    this.#report(path, `${prefix}nothing here names "${missing}"; ${remedy}`);
  }

  /** What is known about a page: its label, and the day of its publication. */
  #describeSource(id: string): string {
    const draft = this.#context.drafts.get(id);
    if (draft?.kind !== "source") return "";
    const { label, title, outlet, published = "", accordingTo } = draft.notation;
    const day = typeof published === "string" ? published : published.edtf;
    const account = this.#context.drafts.get(accordingTo?.actor ?? "")?.notation;
    return [
      label,
      title,
      outlet,
      day,
      account !== undefined && "label" in account ? account.label : "",
    ].join(" ");
  }

  /** The stretches that the curator chose, in code points. */
  #chosen(): Proof["chosen"] {
    return this.#supports
      .slice(0, this.#chosenCount)
      .map(({ passage: { text, start, exact } }) => ({
        source: text.id,
        ...text.span(start, start + exact.length),
      }));
  }
}

/**
 * Proves one record. `record` is in the published shape, short forms written out, nothing derived
 * yet.
 */
export function prove(draft: ProvableDraft, record: FieldValues, context: ProofContext): Proof {
  return new RecordProver(draft, record, context).prove();
}

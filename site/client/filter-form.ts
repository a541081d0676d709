/**
 * The state of the filters: the form, the address of the page, and the criteria that both
 * represent.
 */
import { statements, type StatementCriteria } from "#dataset";
import { searchIn } from "#dataset/search";
import { facets, type Facet } from "../pages/facets.ts";
import { all } from "./dom.ts";

/** The text fields of the form. */
export const textFields = ["date.from", "date.to", "q"] as const;
export type TextField = (typeof textFields)[number];

/** What the reader asks for. */
export interface Query {
  readonly criteria: StatementCriteria;
  /** Words to search for. */
  readonly words: string;
}

/** So many statements are shown when none holds all words. */
const mostPartial = 10;

/**
 * The ids of the statements that match: in order of time, or, with words, best first. When none
 * holds all words, those that hold most of them.
 */
export function findStatements({ criteria, words }: Query): Set<string> {
  if (words === "") return new Set(statements.where(criteria).map(({ id }) => id));
  const hits = searchIn(statements, words, { where: criteria, limit: statements.size });
  const whole = hits.filter(({ missing }) => missing.length === 0);
  const shown = whole.length > 0 ? whole : hits.slice(0, mostPartial);
  return new Set(shown.map(({ record }) => record.id));
}

/** The form of the filters. */
export class FilterForm {
  readonly #form: HTMLFormElement;
  /** Criteria of the address that the form has no box for. */
  #others: Record<string, string[]> = {};

  constructor(form: HTMLFormElement) {
    this.#form = form;
  }

  boxes(facet: Facet): HTMLInputElement[] {
    return all<HTMLInputElement>(`[name="${facet}"]`, this.#form);
  }

  checkedBoxes(facet: Facet): HTMLInputElement[] {
    return this.boxes(facet).filter(({ checked }) => checked);
  }

  textField(name: TextField): HTMLInputElement {
    return this.#form.elements.namedItem(name) as HTMLInputElement;
  }

  text(name: TextField): string {
    return this.textField(name).value.trim();
  }

  readQuery(): Query {
    const criteria: Record<string, unknown> = { ...this.#others };
    for (const [facet] of facets) {
      const values = this.checkedBoxes(facet).map(({ value }) => value);
      if (values.length > 0) criteria[facet] = [...(this.#others[facet] ?? []), ...values];
    }
    const [from, to] = [this.text("date.from"), this.text("date.to")];
    if (from || to) criteria.date = { ...(from && { from }), ...(to && { to }) };
    return { criteria, words: this.text("q") };
  }

  /** The state as the query of an address. */
  toAddress(): string {
    const address = new URLSearchParams();
    for (const [field, values] of Object.entries(this.#others))
      for (const value of values) address.append(field, value);
    for (const [facet] of facets)
      for (const { value } of this.checkedBoxes(facet)) address.append(facet, value);
    for (const name of textFields) if (this.text(name) !== "") address.set(name, this.text(name));
    return address.toString();
  }

  /** Criteria that the form has no box for, to show and to remove. */
  get others(): Readonly<Record<string, readonly string[]>> {
    return this.#others;
  }

  removeOther(field: string): void {
    const { [field]: _removed, ...left } = this.#others;
    this.#others = left;
  }

  /** Marks the date fields as wrong, with what is wrong; an empty message marks them as right. */
  markDates(message: string): void {
    for (const name of ["date.from", "date.to"] as const) {
      const isWrong = message.startsWith(name);
      this.textField(name).setAttribute("aria-invalid", String(isWrong));
      this.textField(name).title = isWrong ? message : "";
    }
  }

  /** Reads what the form has no box for; returns what is wrong with it. */
  #readOthers(address: URLSearchParams): string[] {
    this.#others = {};
    const problems: string[] = [];
    for (const field of new Set(address.keys())) {
      if ((textFields as readonly string[]).includes(field)) continue;
      const facet = facets.find(([name]) => name === field)?.[0];
      const boxes = facet === undefined ? [] : this.boxes(facet).map(({ value }) => value);
      for (const value of address.getAll(field).filter((one) => !boxes.includes(one)))
        try {
          // the package says what is wrong with a field or value
          statements.count({ [field]: value });
          this.#others[field] = [...(this.#others[field] ?? []), value];
        } catch (error) {
          problems.push(`left out of the address: ${(error as Error).message}`);
        }
    }
    return problems;
  }

  /** Returns what is wrong with the address. */
  fillFromAddress(query: string): string[] {
    const address = new URLSearchParams(query);
    for (const [facet] of facets) {
      const chosen = address.getAll(facet);
      for (const box of this.boxes(facet)) {
        box.checked = chosen.includes(box.value);
        if (box.checked) box.closest("details")?.setAttribute("open", "");
      }
    }
    for (const name of textFields) this.textField(name).value = address.get(name) ?? "";
    return this.#readOthers(address);
  }
}

/** The query without one value of a facet. */
export function withoutValue({ criteria, words }: Query, facet: Facet, value: string): Query {
  const { [facet]: chosen, ...others } = criteria;
  const left = (chosen as readonly string[]).filter((other) => other !== value);
  return { criteria: left.length > 0 ? { ...others, [facet]: left } : others, words };
}

/** The query without a field that the form has no box for. */
export function withoutField({ criteria, words }: Query, field: string): Query {
  const { [field as Facet]: _removed, ...left } = criteria;
  return { criteria: left, words };
}

/** The query without one text field. */
export function withoutText({ criteria, words }: Query, name: TextField): Query {
  if (name === "q") return { criteria, words: "" };
  const { date, ...others } = criteria;
  const end = name === "date.from" ? "from" : "to";
  const { [end]: _removed, ...left } = (date ?? {}) as { from?: string; to?: string };
  return { criteria: Object.keys(left).length > 0 ? { ...others, date: left } : others, words };
}

/** Conditions as the text of WHERE. Each means what the same condition means in memory. */
import type {
  Condition,
  DateCondition,
  UndatedCondition,
  ValueCondition,
} from "../criteria/condition.ts";
import { fail } from "../criteria/input-error.ts";
import type { Dialect, ParameterType } from "./sql-dialect.ts";
import type { KindTable } from "./sql-tables.ts";
import { isHoldable, quoteName, type SqlQuery, type SqlValue } from "./sql-text.ts";

/** Collects the values of parameters while the text of a query is written. */
export class Parameters {
  readonly values: SqlValue[] = [];
  readonly #dialect: Dialect;

  constructor(dialect: Dialect) {
    this.#dialect = dialect;
  }

  #add(value: SqlValue, type: ParameterType): string {
    return this.#dialect.parameter(this.values.push(value), type);
  }

  text(value: string): string {
    return this.#add(value, "text");
  }

  texts(values: readonly string[]): string {
    return this.#add(this.#dialect.toTexts(values), "texts");
  }

  day(day: string): string {
    return this.#add(this.#dialect.toDay(day), "day");
  }

  integer(value: number): string {
    return this.#add(value, "integer");
  }

  toQuery(text: string): SqlQuery {
    return { text, values: this.values };
  }
}

const always = "1 = 1";
const never = "1 = 0";

/** The table that is asked, in the SQL of a database. */
export interface AskedTable {
  readonly table: KindTable;
  readonly dialect: Dialect;
  /** A few records are wanted in the order of their days, and this is the only condition. */
  readonly inOrder: boolean;
}

/** How one column is asked, whether it is a list or not. */
interface Asked {
  isStated(): string;
  isAnyOf(values: readonly string[]): string;
}

function toAsked(
  { field, key }: ValueCondition,
  { table: { name: table, columns }, dialect, inOrder }: AskedTable,
  parameters: Parameters,
): Asked {
  const column = columns.find((one) => one.field === field && one.key === key);
  // every field that criteria can ask for has a column, and the id is one too
  const name = column?.name ?? "id";
  const quoted = quoteName(name);
  const isAnyOf = (values: readonly string[]) => {
    // no record of a database holds such a text
    const holdable = values.filter(isHoldable);
    if (holdable.length === 0) return never;
    const [only] = holdable.length === 1 ? holdable : [];
    if (column?.type !== "texts")
      // databases use the order of an index for one value only
      return only === undefined
        ? dialect.isAnyOf(quoted, parameters.texts(holdable))
        : `${quoted} = ${parameters.text(only)}`;
    return only !== undefined && dialect.hasOne
      ? dialect.hasOne(name, parameters.text(only))
      : dialect.hasAny(table, name, parameters.texts(holdable), inOrder);
  };
  const isStated = () =>
    column?.type === "texts" ? dialect.isNotEmpty(table, name) : `${quoted} IS NOT NULL`;
  return { isStated, isAnyOf };
}

function valueText({ groups, orMissing, not }: ValueCondition, asked: Asked): string {
  if (not) {
    const values = groups.flat();
    const stated = asked.isStated();
    return values.length === 0 ? stated : `(${stated} AND NOT ${asked.isAnyOf(values)})`;
  }
  if (groups.length === 0) return always;
  const texts = groups.map((group) => {
    const any = asked.isAnyOf(group);
    return orMissing ? `(NOT ${asked.isStated()} OR ${any})` : any;
  });
  return texts.join(" AND ");
}

/** An open end of a date is null: it allows any day, and is certain of none. */
function dateText(
  { from, to, certain }: DateCondition,
  date: NonNullable<KindTable["date"]>,
  parameters: Parameters,
): string {
  const [earliest, latest, exact] = [date.earliest, date.latest, date.exact].map(quoteName);
  const texts = [certain ? `${exact} = true` : `${exact} IS NOT NULL`];
  if (from !== null) {
    const day = parameters.day(from);
    texts.push(certain ? `${earliest} >= ${day}` : `(${latest} IS NULL OR ${latest} >= ${day})`);
  }
  if (to !== null) {
    const day = parameters.day(to);
    texts.push(certain ? `${latest} <= ${day}` : `(${earliest} IS NULL OR ${earliest} <= ${day})`);
  }
  return texts.join(" AND ");
}

function conditionText(
  condition: Exclude<Condition, { predicate: unknown }>,
  asked: AskedTable,
  parameters: Parameters,
): string {
  if ("groups" in condition) return valueText(condition, toAsked(condition, asked, parameters));
  const date = asked.table.date!; // only kinds with a date have conditions on one
  return isUndated(condition)
    ? `${quoteName(date.exact)} IS NULL`
    : dateText(condition, date, parameters);
}

function isUndated(condition: DateCondition | UndatedCondition): condition is UndatedCondition {
  return "undated" in condition;
}

/**
 * Conditions as text: all of them must hold.
 *
 * @param isPage - A few of the records are wanted, in the order of their days.
 */
export function whereText(
  conditions: readonly Condition[],
  { table, dialect }: Omit<AskedTable, "inOrder">,
  parameters: Parameters,
  isPage = false,
): string {
  const asked = { table, dialect, inOrder: isPage && conditions.length === 1 };
  const texts = conditions.map((condition) => {
    if ("predicate" in condition)
      return fail("criteria: a database cannot be asked a function; write criteria");
    return conditionText(condition, asked, parameters);
  });
  return texts.length === 0 ? always : texts.join(" AND ");
}

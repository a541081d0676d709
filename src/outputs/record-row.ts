/** A record as a row of the table of its kind. */
import { separator, toCells, type CellValue } from "./csv.ts";

/** What follows the name of a column of countries in that of their codes. */
export const isoSuffix = "_iso";

/** What a row needs to know of a column. */
export interface TableColumn {
  readonly name: string;
  /** Several values are in one cell. */
  readonly isList: boolean;
}

type Members = Readonly<Record<string, unknown>>;

/** How many values a cell of a list has: as many as the list has items. */
function itemsOf(record: object, column: string): number {
  const items = (record as Members)[column.split(".")[0]!.replace(isoSuffix, "")];
  return Array.isArray(items) ? items.length : 0;
}

/**
 * A record as a row. The columns of a list of objects have as many values as the list has items,
 * also where no item has one.
 *
 * @param codeOf - The ISO 3166-1 code of a country.
 */
export function toRow(
  record: object,
  columns: readonly TableColumn[],
  codeOf: (country: string) => string,
): CellValue[] {
  const cells = toCells(record);
  const valueOf = ({ name, isList }: TableColumn): CellValue => {
    const cell = cells.get(name);
    if (cell !== undefined || !isList) return cell;
    return separator.repeat(Math.max(0, itemsOf(record, name) - 1));
  };
  return columns.map((column) => {
    const { name } = column;
    if (!name.endsWith(isoSuffix)) return valueOf(column);
    const ids = valueOf({ ...column, name: name.slice(0, -isoSuffix.length) });
    return typeof ids === "string" ? ids.split(separator).map(codeOf).join(separator) : ids;
  });
}

import { fail, isPlainObject, rejectValue } from "../criteria/input-error.ts";
import { toDateText as writeDate } from "../dates/date-text.ts";

/**
 * A date in English words, as uncertain as it is: "9 or 10 November 2020", "February 2022", "since
 * June 2022"; "no date" for undefined.
 *
 * @param date - The date of a record, or anything with a date in EDTF.
 * @throws InputError when the date cannot be read.
 * @example toDateText({ edtf: "2022-02" })
 */
export function toDateText(date: { readonly edtf: string } | undefined): string {
  if (date !== undefined && !(isPlainObject(date) && typeof date.edtf === "string"))
    return rejectValue("toDateText", "an object with a date in edtf, or undefined", date);
  try {
    return writeDate(date);
  } catch (error) {
    return fail(`toDateText: ${(error as Error).message}`);
  }
}

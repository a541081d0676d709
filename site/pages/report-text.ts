/** The report of a wrong field: its text, and the address of the form that it fills in. */

/** What a report is about. */
export interface Report {
  readonly record: string;
  readonly version: string;
  /** The field and its value, in words. */
  readonly field: string;
  /** The words that the record quotes for it, each with its article. */
  readonly words: string;
}

/** The report as text. The reader adds what is wrong. */
export function toReportText({ record, version, field, words }: Report): string {
  return [
    `Record: ${record}`,
    `Version: ${version}`,
    `Field: ${field}`,
    "",
    "The words that the record quotes for it:",
    words || "none",
    "",
    "What is wrong, and what would be right:",
    "",
    "The words that show it, and where they stand:",
    "",
  ].join("\n");
}

/** The address of the form for a wrong record, filled in. `bugs` is where issues are kept. */
export function toReportUrl(bugs: string, { record, version, field, words }: Report): string {
  const answers = new URLSearchParams({
    template: "wrong-record.yml",
    title: `${record}: ${field}`,
    record: `${record}, field ${field}`,
    version,
    words,
  });
  return `${bugs}/new?${answers.toString()}`;
}

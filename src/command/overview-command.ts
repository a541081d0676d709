/** `baku-moscow`: how many records there are, and what happened when. */
import { collectionOf } from "../collections/all-collections.ts";
import { toDateText } from "../dates/date-text.ts";
import { pluralOf } from "../generated/fields.ts";
import { description, version } from "../generated/release.ts";
import { timeline, type TimelineItem } from "../questions/timeline.ts";
import { toJson, type Command } from "./command.ts";
import { checkFlags, checkNoWords, kinds, wantsJson } from "./flags.ts";
import { occurrenceText } from "./occurrence-text.ts";
import { columns, styled, wrap, type Screen } from "./terminal.ts";

/** On a narrower screen each event takes two lines, so that nothing is cut. */
const widthOfColumns = 150;

/**
 * How far it got: the occurrence of a visit or meeting with other accounts of it, the statuses of
 * an agreement.
 */
function progressOf(event: TimelineItem): string {
  if (event.kind === "statement") return event.mode;
  if (event.kind === "agreement")
    return [...new Set(event.statuses.map(({ value }) => value))].join(", ");
  return occurrenceText(event);
}

/** The date and how it is known, when the words themselves do not give it. */
function dateWithBasis({ date }: TimelineItem): [date: string, basis: string] {
  const basis = date === undefined || date.basis === "stated" ? "" : ` (${date.basis})`;
  return [toDateText(date), basis];
}

function toColumns(events: readonly TimelineItem[], screen: Screen): string[] {
  const rows = events.map((event) => [
    dateWithBasis(event).join(""),
    event.kind,
    progressOf(event),
    event.label,
    event.id,
  ]);
  return columns(rows, screen, 3);
}

function toTwoLines(event: TimelineItem, screen: Screen): string[] {
  const [date, basis] = dateWithBasis(event);
  const first = wrap(`${date}${basis}  ${event.label}`, screen.width, 4);
  const isWhole = date !== "" && first.startsWith(date);
  const details = [event.kind, progressOf(event), event.id].filter((text) => text !== "");
  return [
    isWhole ? styled(screen, "bold", date) + first.slice(date.length) : first,
    styled(screen, "dim", `    ${wrap(details.join(", "), screen.width, 4)}`),
  ];
}

function overview(screen: Screen): string {
  const events = timeline();
  const own = kinds.filter((kind) => !description.without.includes(kind));
  const counts = own.map((kind) => `${collectionOf(kind).size} ${pluralOf[kind]}`);
  const isNarrow = screen.width !== undefined && screen.width < widthOfColumns;
  const heading = `${description.name} ${version}`;
  const first = wrap(`${heading}  ${description.summary}`, screen.width);
  return [
    styled(screen, "bold", heading) + first.slice(heading.length),
    wrap(counts.join(", "), screen.width),
    "",
    ...(isNarrow
      ? events.flatMap((event) => toTwoLines(event, screen))
      : toColumns(events, screen)),
    "",
    wrap(
      `${description.name} show ID shows a record with the words that support it.`,
      screen.width,
    ),
    wrap(`${description.name} --help lists all commands.`, screen.width),
  ].join("\n");
}

export const overviewCommand: Command = {
  usage: description.name,
  does: "Shows the numbers of records, and visits, meetings and agreements by date.",
  help: [
    'Dates are given as they are known: "9 or 10 November 2020", "no date".',
    "How a date is known follows in brackets, when the words themselves do not give it.",
  ].join("\n"),
  example: () => "",
  takes: {},
  run(call) {
    checkFlags(call, []);
    checkNoWords(call, "overview");
    if (!wantsJson(call)) return overview(call.screen);
    const counts = kinds.map((kind) => [pluralOf[kind], collectionOf(kind).size] as const);
    return toJson({ version, counts: Object.fromEntries(counts), timeline: timeline() });
  },
};

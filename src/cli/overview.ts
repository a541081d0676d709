/** What the command shows without arguments: how much there is, and what happened when. */
import { plural } from "../generated/links.ts";
import type { Agreement, Meeting, Visit } from "../generated/types.ts";
import { toDateText } from "../output/date-text.ts";
import { collections, timeline, version, type TimelineItem } from "../index.ts";
import { columns, styled, wrap, type Screen } from "./text.ts";

/** How far it got: the occurrence of a visit or meeting, the statuses of an agreement. */
function state(item: TimelineItem): string {
  if (item.kind === "statement") return item.mode;
  if (item.kind === "agreement") return [...new Set((item satisfies Agreement).statuses.map((s) => s.value))].join(", ");
  const accounts = (item satisfies Meeting | Visit).accounts.filter((a) => a.field === "occurrence" && a.value !== item.occurrence);
  return accounts.length === 0 ? item.occurrence : `${item.occurrence} (or ${accounts.map((a) => a.value).join(", ")})`;
}

/** The basis of a date, where it is not in the words themselves. */
const known = (item: TimelineItem): string => (item.date === undefined || item.date.basis === "stated" ? "" : ` (${item.date.basis})`);

export function overview(screen: Screen): string {
  const items = timeline();
  const counts = (Object.keys(plural) as (keyof typeof plural)[]).map((kind) => `${collections[kind].size} ${plural[kind]}`).join(", ");
  /** On a narrow screen each event takes two lines, so that nothing is cut. */
  const narrow = screen.width !== undefined && screen.width < 150;
  const lines = items.flatMap((item) => [
    `${styled(screen, "bold", toDateText(item.date))}${known(item)}  ${wrap(item.label, screen.width, 4)}`,
    styled(screen, "dim", `    ${[item.kind, state(item), item.id].filter(Boolean).join(", ")}`),
  ]);
  const rows = items.map((item) => [`${toDateText(item.date)}${known(item)}`, item.kind, state(item), item.label, item.id]);
  return [
    `${styled(screen, "bold", `baku-moscow ${version}`)}  ${wrap("What Azerbaijan and Russia said to each other in 2022 and 2023, and the agreements they name.", screen.width)}`,
    wrap(counts, screen.width),
    "",
    ...(narrow ? lines : columns(rows, screen, 3)),
    "",
    "baku-moscow show ID shows a record with the words that support it; baku-moscow --help tells the rest.",
  ].join("\n");
}

/** What each side says on a topic or an entity: two columns, with a line where claims answer. */
import {
  places,
  positions,
  type DatasetRecord,
  type Position,
  type SidePositions,
  statements,
  type StatementId,
  type TopicId,
} from "#dataset";
import { sides } from "../pictures/sides.ts";
import { toClaimLink, toClaimLists, toTitleUnderDate } from "./claim.ts";
import { html, type Html } from "./html.ts";
import { toChips, toCountText, toLink, toStatementChips, toWords } from "./value-html.ts";

const up = "../";

/** A row of the table: a claim of one side, with those of the other that it stands to. */
interface Row {
  readonly left: Position;
  readonly right: readonly Position[];
  /** How the claims stand to each other. */
  readonly between: readonly string[];
}

/** How a claim stands to those of another side in the other column, by the claim. */
function linksTo(
  { to, from, statement: { sides } }: Position,
  others: ReadonlyMap<StatementId, Position>,
): ReadonlyMap<Position, string> {
  const links = [...to, ...from].flatMap(({ type, statement }) => {
    const other = others.get(statement);
    const isSameSide = other?.statement.sides.some((side) => sides.includes(side)) ?? true;
    return other === undefined || isSameSide ? [] : [[other, toWords(type)] as const];
  });
  return new Map(links);
}

/** Claims of one side with those of the other that they stand to. */
function toRows(left: readonly Position[], right: readonly Position[]): Row[] {
  const others = new Map(right.map((position) => [position.statement.id, position]));
  return left.flatMap((position): Row[] => {
    const links = linksTo(position, others);
    if (links.size === 0) return [];
    return [{ left: position, right: [...links.keys()], between: [...new Set(links.values())] }];
  });
}

/** What is shown so far. */
class Shown {
  readonly #claims = new Set<Position>();
  /** Pairs of claims with a line between them. */
  readonly #pairs = new Set<string>();

  constructor(rows: readonly Row[]) {
    for (const { left, right } of rows)
      for (const other of right) this.#pairs.add(toPair(left.statement.id, other.statement.id));
  }

  /** Notes a claim; true when it was shown before. */
  add(position: Position): boolean {
    const isRepeated = this.#claims.has(position);
    this.#claims.add(position);
    return isRepeated;
  }

  hasLine(a: StatementId, b: StatementId): boolean {
    return this.#pairs.has(toPair(a, b));
  }
}

function toPair(a: StatementId, b: StatementId): string {
  return [a, b].sort().join(" ");
}

/** Relations that no line shows: the other claim by its credit line. */
function toOtherLinks({ to, from, statement: { id } }: Position, shown: Shown): Html[] {
  return [...to, ...from].flatMap(({ type, statement, reason }) => {
    if (shown.hasLine(id, statement)) return [];
    const other = statements.get(statement);
    const link = html`<a href="${up}${other.id}/index.html"><bdi>${other.credit}</bdi></a>`;
    return html`<br /><span class="soft">${toWords(type)} ${link} (${reason})</span>`;
  });
}

/** A claim, in full where it is first shown, and by its credit line after that. */
function toClaim(position: Position, shown: Shown): Html {
  const { id, credit } = position.statement;
  if (shown.add(position))
    return html`<p>
      <a href="${up}${id}/index.html"><bdi>${credit}</bdi></a> (above)
    </p>`;
  return html`<div class="with-side">
    <span>${toStatementChips(position.statement)}</span>
    <p>${toLink(id, up)} ${toOtherLinks(position, shown)}</p>
  </div>`;
}

function toTableRow({ left, right, between }: Row, shown: Shown): Html {
  return html`<tr>
    <td>${toClaim(left, shown)}</td>
    <td class="between">
      <span>${between.join(", ")}</span> <span class="soft">coded by us</span>
    </td>
    <td>${right.map((position) => toClaim(position, shown))}</td>
  </tr> `;
}

/** Claims that stand to each other, side by side. */
function toAnswers(two: readonly SidePositions[], rows: readonly Row[], shown: Shown): Html {
  const [left, right] = two.map((side) => html`<th scope="col">${nameOf(side)}</th>`);
  return html`<h3>${two.map(nameOf).join(" and ")} on the same point</h3>
    <div class="scroll">
      <table class="positions">
        <thead>
          <tr>
            ${left}
            <th scope="col"><span class="unseen">How they stand to each other</span></th>
            ${right}
          </tr>
        </thead>
        <tbody>
          ${rows.map((row) => toTableRow(row, shown))}
        </tbody>
      </table>
    </div>`;
}

/** A claim in a column; a joint one is in full in the first of its columns. */
function toColumnClaim(position: Position, shown: Shown): Html {
  const { statement } = position;
  if (shown.add(position))
    return html`<a href="${up}${statement.id}/index.html"><bdi>${statement.credit}</bdi></a> (joint,
      above)`;
  const link = toClaimLink(statement, up, toTitleUnderDate(statement));
  return html`${link} ${toOtherLinks(position, shown)}`;
}

/** The claims of a side that are not in the table, the oldest first. */
function toColumn(
  side: SidePositions,
  place: "first" | "second" | "other",
  inTable: ReadonlySet<Position>,
  shown: Shown,
): Html | undefined {
  const rest = side.positions.filter((position) => !inTable.has(position));
  if (rest.length === 0) return undefined;
  const more = inTable.size > 0 ? "more " : "";
  const lists = toClaimLists(
    rest,
    ({ statement }) => statement,
    (position) => toColumnClaim(position, shown),
  );
  return html`<section class="${place}">
    <h3>
      ${side.side !== undefined && toChips([side.side])} ${nameOf(side)}
      <span class="count">${toCountText(rest.length, `${more}claim`, `${more}claims`)}</span>
    </h3>
    ${lists}
  </section> `;
}

function nameOf({ side }: SidePositions): string {
  return side === undefined ? "Nobody’s side" : places.get(side).label;
}

/** Whether claims may be about the record. */
function canBeSubject({ kind }: DatasetRecord): boolean {
  return kind !== "source" && kind !== "statement";
}

/** The sides of the dataset that make no claim on the record. */
function toSilence(found: readonly SidePositions[]): Html | undefined {
  const speaking = new Set<string | undefined>(found.map(({ side }) => side));
  const silent = sides.filter(({ country }) => !speaking.has(country));
  if (silent.length === 0) return undefined;
  const names = silent.map(({ name }) => name).join(" and ");
  return html`<p class="soft">No record has a claim of ${names} on it.</p>`;
}

/**
 * Claims of two sides on the same point first; then the other claims of each side in a column, and
 * those of all others below. Nothing when fewer than two sides speak.
 */
export function toPositionsSection(record: DatasetRecord): Html | undefined {
  // any record that claims may be about
  const found = canBeSubject(record) ? positions(record.id as TopicId) : [];
  const [left, right] = found;
  const isOneSided = left === undefined || right?.side === undefined;
  if (isOneSided) return undefined;
  const rows = toRows(left.positions, right.positions);
  const shown = new Shown(rows);
  const inTable = new Set(rows.flatMap((row) => [row.left, ...row.right]));
  const answers = rows.length > 0 && toAnswers([left, right], rows, shown);
  const columns = found.flatMap((side, i) => {
    const place = (["first", "second"] as const)[i] ?? "other";
    return toColumn(side, place, inTable, shown) ?? [];
  });
  return html`<h2 id="positions">What each side says</h2>
    ${answers} ${columns.length > 0 && html`<div class="sides">${columns}</div>`}
    ${toSilence(found)}`;
}

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
import { html, type Html } from "./html.ts";
import { toLink, toWords } from "./value-html.ts";

const up = "../";

/** A row of the table: a claim of one column, with those of the other that it stands to. */
interface Row {
  readonly left?: Position;
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

/** Claims side by side where they stand to each other; otherwise each in a row of its own. */
function toRows(left: readonly Position[], right: readonly Position[]): Row[] {
  const others = new Map(right.map((position) => [position.statement.id, position]));
  const rows = left.map((position): Row => {
    const links = linksTo(position, others);
    return { left: position, right: [...links.keys()], between: [...new Set(links.values())] };
  });
  const taken = new Set(rows.flatMap((row) => row.right));
  const alone = right.filter((position) => !taken.has(position));
  return [...rows, ...alone.map((position): Row => ({ right: [position], between: [] }))];
}

/** What is shown so far. */
class Shown {
  readonly #claims = new Set<Position>();
  /** Pairs of claims with a line between them. */
  readonly #pairs = new Set<string>();

  constructor(rows: readonly Row[]) {
    for (const { left, right } of rows)
      for (const other of right)
        if (left !== undefined) this.#pairs.add(toPair(left.statement.id, other.statement.id));
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
  return html`<p>${toLink(id, up)} ${toOtherLinks(position, shown)}</p>`;
}

function toTableRow({ left, right, between }: Row, shown: Shown): Html {
  const line = between.length > 0 && html`<span>${between.join(", ")}</span>`;
  return html`<tr>
    <td>${left !== undefined && toClaim(left, shown)}</td>
    <td class="between">${line}</td>
    <td>${right.map((position) => toClaim(position, shown))}</td>
  </tr> `;
}

function nameOf({ side }: SidePositions): string {
  return side === undefined ? "Nobody’s side" : places.get(side).label;
}

/** Whether claims may be about the record. */
function canBeSubject({ kind }: DatasetRecord): boolean {
  return kind !== "source" && kind !== "statement";
}

/** Two sides, and the claims of all others below. Nothing when fewer than two sides speak. */
export function toPositionsSection(record: DatasetRecord): Html | undefined {
  // any record that claims may be about
  const found = canBeSubject(record) ? positions(record.id as TopicId) : [];
  const [left, right, ...more] = found;
  const isOneSided = left === undefined || right?.side === undefined;
  if (isOneSided) return undefined;
  const rows = toRows(left.positions, right.positions);
  const shown = new Shown(rows);
  return html`<h2 id="positions">What each side says</h2>
    <p class="soft">
      Each side’s claims, the oldest first; a claim that stands to one of the other side is beside
      it, with a line that says how.
    </p>
    <div class="scroll">
      <table class="positions">
        <thead>
          <tr>
            <th scope="col">${nameOf(left)}</th>
            <th scope="col"><span class="unseen">How they stand to each other</span></th>
            <th scope="col">${nameOf(right)}</th>
          </tr>
        </thead>
        <tbody>
          ${rows.map((row) => toTableRow(row, shown))}
        </tbody>
      </table>
    </div>
    ${more.map(
      (side) =>
        html`<h3>${nameOf(side)}</h3>
          <ul class="rows">
            ${side.positions.map((position) => html`<li>${toClaim(position, shown)}</li> `)}
          </ul>`,
    )}`;
}

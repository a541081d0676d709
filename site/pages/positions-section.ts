/** What each side says on a topic or an entity: two columns, with a line where claims answer. */
import {
  places,
  positions,
  type DatasetRecord,
  type Position,
  type SidePositions,
  type Statement,
  type StatementId,
} from "baku-moscow";
import { html, type Html, type Part } from "./html.ts";
import { toLink } from "./value-html.ts";

const up = "../";

/** A row of the table: a claim of each column, or of one, with what stands between them. */
interface Row {
  readonly left?: Position;
  readonly right?: Position;
  /** How the two stand to each other. */
  readonly between?: string;
}

/** Relations with another side; all others are told in the cell of the claim. */
const acrossSides: ReadonlySet<string> = new Set([
  "rejects",
  "answers",
  "agrees-with",
  "differs-from",
]);

/** The claim of the other column that a claim stands to, and the text for the line between. */
function partnerOf(
  { to, from }: Position,
  others: ReadonlyMap<StatementId, Position>,
): { readonly position: Position; readonly between: string } | undefined {
  for (const { type, statement } of [...to, ...from]) {
    const position = others.get(statement);
    if (position !== undefined) return { position, between: type.replaceAll("-", " ") };
  }
  return undefined;
}

/** Claims side by side where they stand to each other; otherwise each in a row of its own. */
function toRows(left: readonly Position[], right: readonly Position[]): Row[] {
  const others = new Map(right.map((position) => [position.statement.id, position]));
  const taken = new Set<Position>();
  const rows: Row[] = left.map((position) => {
    const partner = partnerOf(position, others);
    if (partner === undefined) return { left: position };
    taken.add(partner.position);
    return { left: position, right: partner.position, between: partner.between };
  });
  const alone = right.filter((position) => !taken.has(position));
  return [...rows, ...alone.map((position) => ({ right: position }))];
}

function toOtherLinks({ to, from }: Position): Html[] {
  return [...to, ...from]
    .filter(({ type }) => !acrossSides.has(type))
    .map(
      ({ type, statement, reason }) =>
        html`<br /><span class="soft"
            >${type.replaceAll("-", " ")} ${toLink(statement, up)} (${reason})</span
          >`,
    );
}

function toCell(position: Position | undefined): Part {
  if (position === undefined) return "";
  const statement: Statement = position.statement;
  return html`${toLink(statement.id, up)} ${toOtherLinks(position)}`;
}

function toTableRow({ left, right, between }: Row): Html {
  return html`<tr>
    <td>${toCell(left)}</td>
    <td class="between">
      ${
        between !== undefined &&
        html`<span aria-hidden="true">—</span> ${between} <span aria-hidden="true">—</span>`
      }
    </td>
    <td>${toCell(right)}</td>
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
  const found = canBeSubject(record) ? positions(record.id as "armenia") : [];
  const [left, right, ...more] = found;
  if (left === undefined || right === undefined) return undefined;
  return html`<h2 id="positions">What each side says</h2>
    <p class="soft">
      The oldest first. A line joins claims that answer, reject, agree with or differ from each
      other.
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
          ${toRows(left.positions, right.positions).map(toTableRow)}
        </tbody>
      </table>
    </div>
    ${more.map(
      (side) =>
        html`<h3>${nameOf(side)}</h3>
          <ul class="rows">
            ${side.positions.map((position) => html`<li>${toCell(position)}</li> `)}
          </ul>`,
    )}`;
}

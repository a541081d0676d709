/** Speakers by topics, as a table of numbers; a number filters by both. */
import { countBy, people, statements, topics, type Statement, type TopicId } from "#dataset";
import { html, type Html } from "./html.ts";
import { sideOf, sides, type Hue } from "../pictures/sides.ts";
import { toName } from "./value-html.ts";

type Speaker = Statement["speakers"][number]["actor"] | null;

/** The groups of columns, by the side of their speakers. */
const groups: readonly { readonly side: GroupSide; readonly name: string }[] = [
  ...sides.map(({ hue, name }) => ({ side: hue, name })),
  { side: "other", name: "other" },
];
type GroupSide = Hue | "other";

function groupOf(speaker: Speaker): GroupSide {
  return sideOf(people.get(String(speaker))?.country ?? speaker)?.hue ?? "other";
}

function speakersOf(side: GroupSide): Speaker[] {
  return countBy(statements, "speakers")
    .cells.map(({ values }) => values[0] as Speaker)
    .filter((speaker) => groupOf(speaker) === side);
}

/** The broad topics, the most frequent first. */
function broadTopics(): TopicId[] {
  return [...topics]
    .filter(({ broader }) => broader === undefined)
    .map(({ id }) => ({ id, count: statements.count({ topics: id }) }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count)
    .map(({ id }) => id);
}

function columnName(speaker: Speaker): string {
  if (speaker === null) return "press";
  if (sideOf(speaker) !== undefined) return "the state";
  return toName(speaker).split(" ").at(-1)!;
}

function toCell(topic: TopicId, speaker: Speaker): Html {
  const count = statements.count({ topics: topic, speakers: speaker });
  const side = groupOf(speaker);
  if (speaker === null || count === 0)
    return html`<td class="${side}">${count === 0 ? "·" : count}</td> `;
  const size = (2.8 * Math.sqrt(count)).toFixed(1);
  const label = `${toName(speaker)}, ${toName(topic)}: ${count}`;
  return html`<td class="${side}">
    <button type="button" data-speaker="${speaker}" data-topic="${topic}" aria-label="${label}">
      <i style="--size: ${size}px"></i>${count}
    </button>
  </td> `;
}

function toGroupHead(
  { side, name }: { side: GroupSide; name: string },
  count: number,
): Html | false {
  return (
    count > 0 && html`<th scope="colgroup" colspan="${count}" class="${side} over">${name}</th> `
  );
}

export function toOverviewMatrix(): Html {
  const bySide = groups.map((group) => ({ group, speakers: speakersOf(group.side) }));
  const columns = bySide.flatMap(({ speakers }) => speakers);
  const toRow = (topic: TopicId) =>
    html`<tr>
      <th scope="row">${toName(topic)}</th>
      ${columns.map((speaker) => toCell(topic, speaker))}
    </tr> `;
  return html`<table class="matrix">
    <caption class="unseen">
      Statements by speaker and topic
    </caption>
    <thead>
      <tr>
        <td></td>
        ${bySide.map(({ group, speakers }) => toGroupHead(group, speakers.length))}
      </tr>
      <tr>
        <td></td>
        ${columns.map((speaker) => html`<th scope="col">${columnName(speaker)}</th> `)}
      </tr>
    </thead>
    <tbody>
      ${broadTopics().map(toRow)}
    </tbody>
  </table>`;
}

/** Speakers by topics, as a table of numbers; a number filters by both. */
import { countBy, people, statements, topics, type Statement, type TopicId } from "baku-moscow";
import { html, type Html } from "./html.ts";
import { toName } from "./value-html.ts";

type Speaker = Statement["speakers"][number]["actor"] | null;

/** The groups of columns, by the side of their speakers. */
const groups = [
  { side: "az", name: "Azerbaijan" },
  { side: "ru", name: "Russia" },
  { side: "other", name: "no speaker" },
] as const;
type GroupSide = (typeof groups)[number]["side"];

function sideOf(speaker: Speaker): GroupSide {
  const country = people.get(String(speaker))?.country ?? speaker;
  if (country === "russia") return "ru";
  return country === "azerbaijan" ? "az" : "other";
}

function speakersOf(side: GroupSide): Speaker[] {
  return countBy(statements, "speakers")
    .cells.map(({ values }) => values[0] as Speaker)
    .filter((speaker) => sideOf(speaker) === side);
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
  if (speaker === "azerbaijan" || speaker === "russia") return "the state";
  return toName(speaker).split(" ").at(-1)!;
}

function toCell(topic: TopicId, speaker: Speaker): Html {
  const count = statements.count({ topics: topic, speakers: speaker });
  const side = sideOf(speaker);
  if (speaker === null || count === 0)
    return html`<td class="${side}">${count === 0 ? "·" : count}</td> `;
  const size = (3.4 * Math.sqrt(count)).toFixed(1);
  const label = `${toName(speaker)}, ${toName(topic)}: ${count}`;
  return html`<td class="${side}">
    <button type="button" data-speaker="${speaker}" data-topic="${topic}" aria-label="${label}">
      <i style="--size: ${size}px"></i>${count}
    </button>
  </td> `;
}

function toGroupHead({ side, name }: (typeof groups)[number], count: number): Html | false {
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

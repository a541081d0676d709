/** All statements, grouped by the meeting at which they were made. */
import { meetings, statements, type Meeting, type Statement } from "#dataset";
import { toTitleText, toTitleUnderDate } from "./claim.ts";
import { html, type Html, type Part } from "./html.ts";
import { isInferredSpeaker } from "./record-head.ts";
import { toStatementChips, toDate, toLink, toName, toOutlet, toWords } from "./value-html.ts";

/** The offices of the speakers, and which of them are only inferred. */
function toOffices(statement: Statement): Part {
  return statement.speakers.map(({ office }, i) => {
    const line = isInferredSpeaker(statement, i) ? "line inferred" : "";
    const text = office?.title ?? (line === "" ? "" : "inferred");
    return text !== "" && html`<span class="${line}">${text}</span> · `;
  });
}

function toRow(statement: Statement): Html {
  const { id, mode, source, place, meeting } = statement;
  // without a meeting no heading has the day
  const title = meeting === undefined ? toTitleText(statement) : toTitleUnderDate(statement);
  return html`<li data-id="${id}" class="${mode}">
    <span class="side">${toStatementChips(statement)}</span>
    <a class="gist" href="${id}/index.html">${title}</a>
    <p class="soft">
      ${toOffices(statement)}${toWords(mode)} · ${toOutlet(source)}
      ${place && html`<span class="when">· ${toName(place)}</span>`}
    </p>
  </li> `;
}

function toGroupTitle(meeting: Meeting | undefined): Part {
  if (meeting === undefined) return "Not at a meeting";
  const place = meeting.place && `, ${toName(meeting.place.place)}`;
  return html`${meeting.date ? toDate(meeting.date) : "no date"}${place}`;
}

function toGroup(meeting: Meeting | undefined, list: readonly Statement[]): Html {
  return html`<section class="group">
    <h2>
      ${toGroupTitle(meeting)} <span class="count">${list.length}</span>
      ${meeting && html`<span class="soft">${toLink(meeting.id, "")}</span>`}
    </h2>
    <ul>
      ${list.map(toRow)}
    </ul>
  </section> `;
}

export function toStatementGroups(): Html[] {
  const byMeeting = new Map<Statement["meeting"], Statement[]>();
  for (const statement of statements) {
    const group = byMeeting.get(statement.meeting) ?? [];
    byMeeting.set(statement.meeting, [...group, statement]);
  }
  return [...byMeeting].map(([id, list]) =>
    toGroup(id === undefined ? undefined : meetings.get(id), list),
  );
}

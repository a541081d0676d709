/** Whose account a meeting rests on: who tells of it where, what each says, and who does not. */
import { sources, statements, type Meeting, type Readout } from "#dataset";
import { html, type Html, type Part } from "./html.ts";
import { toCountText, toLink, toName } from "./value-html.ts";

const up = "../";

/** Who gives the account: the actor whose text it is, or the outlet. */
function giverOf({ source, actor }: Readout): string {
  return actor === undefined ? sources.get(source).outlet : toName(actor);
}

/** What an article of the dataset tells: how many claims made there, how many passages. */
function toldByArticle({ source }: Readout, meeting: Meeting): Part {
  const claims = statements.count({ meeting: meeting.id, source });
  const passages = meeting.evidence.filter((passage) => passage.source === source).length;
  const texts = [
    ...(claims > 0 ? [toCountText(claims, "statement made there", "statements made there")] : []),
    ...(passages > 0 ? [toCountText(passages, "passage", "passages")] : []),
  ];
  return texts.join(", ");
}

/** What a page beyond the articles says, as it was noted. */
function toldByPage({ source }: Readout, { outside }: Meeting): Part {
  const findings = outside.filter((page) => page.source === source).map(({ finding }) => finding);
  return findings.length === 0 ? "it tells of the meeting" : findings.join("; ");
}

function toRow(readout: Readout, meeting: Meeting): Html {
  const told = readout.held ? toldByArticle(readout, meeting) : toldByPage(readout, meeting);
  return html`<tr>
    <th scope="row">${giverOf(readout)}</th>
    <td>${toLink(readout.source, up)}</td>
    <td>${told}</td>
  </tr> `;
}

/** The accounts of a meeting; nothing for a meeting of which none is known. */
export function toAccountSection(meeting: Meeting): Html | undefined {
  const { readouts, withoutReadout } = meeting;
  if (readouts.length === 0) return undefined;
  const absent = withoutReadout.map((actor) => toName(actor)).join(", ");
  return html`<h2 id="accounts">Whose account</h2>
    <p class="soft">
      The articles and pages that tell of it or mention it; what a page says is in our words.
      ${
        absent !== "" &&
        html`The dataset holds no article about it on the account of: ${absent}. A mention does not
        count.`
      }
    </p>
    <div class="scroll" tabindex="0" role="group" aria-label="Accounts of the meeting">
      <table class="accounts">
        <thead>
          <tr>
            <th scope="col">Whose</th>
            <th scope="col">Where</th>
            <th scope="col">What it tells</th>
          </tr>
        </thead>
        <tbody>
          ${readouts.map((readout) => toRow(readout, meeting))}
        </tbody>
      </table>
    </div>`;
}

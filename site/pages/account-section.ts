/** Whose account a meeting rests on: who tells of it where, what each says, and who does not. */
import { evidenceOf, fieldValues, sources, statements, type Meeting, type Readout } from "#dataset";
import { html, type Html, type Part } from "./html.ts";
import { toCountText, toHeading, toLink, toName } from "./value-html.ts";

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

/** The fields of which at least one value is stated by a single article or page, by that source. */
function fieldsOfOneSource(meeting: Meeting): ReadonlyMap<string, ReadonlySet<string>> {
  const fields = new Map<string, Set<string>>();
  for (const { name, pointer } of fieldValues(meeting)) {
    const supports = evidenceOf(meeting, pointer as `/${string}`);
    const [source, ...others] = new Set(supports.map((support) => support.source));
    // a judgement of ours is no word of a source
    const isStated = supports.every(({ certainty }) => certainty !== "coded");
    if (source === undefined || others.length > 0 || !isStated) continue;
    fields.set(source, (fields.get(source) ?? new Set()).add(toHeading(name).toLowerCase()));
  }
  return fields;
}

function toRow(
  readout: Readout,
  meeting: Meeting,
  onlyHere: ReadonlyMap<string, ReadonlySet<string>>,
): Html {
  const told = readout.held ? toldByArticle(readout, meeting) : toldByPage(readout, meeting);
  return html`<tr>
    <th scope="row">${giverOf(readout)}</th>
    <td>${toLink(readout.source, up)}</td>
    <td>${told}</td>
    <td>${[...(onlyHere.get(readout.source) ?? [])].join(", ")}</td>
  </tr> `;
}

/** The accounts of a meeting; nothing for a meeting of which none is known. */
export function toAccountSection(meeting: Meeting): Html | undefined {
  const { readouts, withoutReadout } = meeting;
  if (readouts.length === 0) return undefined;
  const onlyHere = fieldsOfOneSource(meeting);
  const absent = withoutReadout.map((actor) => toName(actor)).join(", ");
  return html`<h2 id="accounts">Whose account</h2>
    <p class="soft">
      The articles and pages that tell of it or mention it; what a page says is in our words. “Only
      there” names the fields with a value that no other of them gives.
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
            <th scope="col">Only there</th>
          </tr>
        </thead>
        <tbody>
          ${readouts.map((readout) => toRow(readout, meeting, onlyHere))}
        </tbody>
      </table>
    </div>`;
}

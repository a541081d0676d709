/** The conditions of the query as buttons that remove them. */
import { facets } from "../pages/facets.ts";
import { html, toNodes } from "../pages/html.ts";
import { toName } from "../pages/value-html.ts";
import { all, byId } from "./dom.ts";
import {
  findStatements,
  textFields,
  withoutField,
  withoutText,
  withoutValue,
  type FilterForm,
  type Query,
} from "./filter-form.ts";

interface Condition {
  readonly heading: string;
  readonly name: string;
  /** Removes it from the form. */
  readonly remove: () => void;
  /** The query without it. */
  readonly without: () => Query;
}

const textHeadings = { "date.from": "from", "date.to": "to", q: "search" } as const;

function conditionsOf(form: FilterForm, query: Query): Condition[] {
  const values = facets.flatMap(([facet, heading]) =>
    form.checkedBoxes(facet).map((box) => ({
      heading: heading.toLowerCase(),
      name: toName(box.value),
      remove: () => {
        box.checked = false;
      },
      without: () => withoutValue(query, facet, box.value),
    })),
  );
  const texts = textFields
    .filter((name) => form.text(name) !== "")
    .map((name) => ({
      heading: textHeadings[name],
      name: form.text(name),
      remove: () => {
        form.textField(name).value = "";
      },
      without: () => withoutText(query, name),
    }));
  const others = Object.entries(form.others).map(([field, own]) => ({
    heading: field,
    name: own.map(toName).join(" or "),
    remove: () => {
      form.removeOther(field);
    },
    without: () => withoutField(query, field),
  }));
  return [...values, ...texts, ...others];
}

/**
 * Shows the conditions. When nothing matches, each says how many statements there are without it.
 */
export function showConditions(
  form: FilterForm,
  query: Query,
  foundNothing: boolean,
  onRemove: () => void,
): void {
  const conditions = conditionsOf(form, query);
  const buttons = conditions.map(({ heading, name, without }) => {
    const left = foundNothing && ` (${findStatements(without()).size} without it)`;
    return html`<button type="button" class="condition" aria-label="Without ${heading} ${name}">
      <span class="soft">${heading}</span> ${name}${left} ×
    </button> `;
  });
  const clearAll =
    conditions.length > 1 && html`<button type="button" class="condition all">Clear all</button>`;
  const container = byId("conditions");
  container.replaceChildren(toNodes([buttons, clearAll]));
  all("button.condition:not(.all)", container).forEach((button, i) => {
    button.addEventListener("click", () => {
      conditions[i]!.remove();
      onRemove();
    });
  });
}

/** The list shows what the criteria match; they are the state of the form, and the address holds them as the API takes them. */
import { statements, type StatementCriteria } from "baku-moscow";
import { citeSubset } from "baku-moscow/cite";
import { search } from "baku-moscow/search";
import { facets, valuesOf } from "../facets.ts";
import { html, toNodes } from "../html.ts";
import { toName } from "../words.ts";
import { copy } from "./copying.ts";
import { all, byId } from "./dom.ts";
import { timelineOf } from "./timeline.ts";

const headings = new Map<string, string>(facets);
const texts = ["date.from", "date.to", "q"] as const;

interface State {
  readonly criteria: StatementCriteria;
  readonly query: string;
}

/** The statements that match, in order of time, or, where words are looked for, the best first. @throws CriteriaError when a date cannot be read */
const find = ({ criteria, query }: State): Set<string> =>
  new Set(
    query
      ? search(query, { in: statements, where: criteria, limit: statements.size }).map(({ record }) => record.id)
      : statements.where(criteria).map(({ id }) => id),
  );

export function filtering(form: HTMLFormElement): void {
  const box = (name: string) => form.elements.namedItem(name) as HTMLInputElement;
  const boxes = (facet: string) => all<HTMLInputElement>(`[name="${facet}"]`, form);
  const rows = new Map(all("#list [data-id]").map((row) => [row.dataset.id!, row]));
  const squares = all<SVGElement>("[data-statement]");
  /** Where each row stands when nothing is looked for. */
  const homes = [...rows.values()].map((row) => [row, row.parentElement!] as const);
  const ranked = byId("ranked");

  const read = (): State => {
    const criteria: Record<string, unknown> = {};
    for (const [facet] of facets) {
      const chosen = boxes(facet)
        .filter(({ checked }) => checked)
        .map(({ value }) => value);
      if (chosen.length > 0) criteria[facet] = chosen;
    }
    const [from, to] = [box("date.from").value.trim(), box("date.to").value.trim()];
    if (from || to) criteria.date = { ...(from && { from }), ...(to && { to }) };
    return { criteria, query: box("q").value.trim() };
  };

  const toAddress = (): string => {
    const address = new URLSearchParams();
    for (const [facet] of facets) for (const { checked, value } of boxes(facet)) if (checked) address.append(facet, value);
    for (const name of texts) if (box(name).value.trim()) address.set(name, box(name).value.trim());
    return address.toString();
  };
  const fromAddress = () => {
    const address = new URLSearchParams(location.search);
    for (const [facet] of facets) {
      const chosen = address.getAll(facet);
      for (const input of boxes(facet)) {
        input.checked = chosen.includes(input.value);
        if (input.checked) input.closest("details")?.setAttribute("open", "");
      }
    }
    for (const name of texts) box(name).value = address.get(name) ?? "";
  };

  /** Each condition with a way to let go of it; where nothing matches, with what would remain without it. */
  const showConditions = (state: State, none: boolean) => {
    const conditions = [
      ...facets.flatMap(([facet]) =>
        boxes(facet)
          .filter(({ checked }) => checked)
          .map((input) => ({
            facet: headings.get(facet)!.toLowerCase(),
            name: toName(input.value),
            drop: () => (input.checked = false),
            without: () => withoutValue(state, facet, input.value),
          })),
      ),
      ...texts
        .filter((name) => box(name).value.trim())
        .map((name) => ({
          facet: { "date.from": "from", "date.to": "to", q: "search" }[name],
          name: box(name).value.trim(),
          drop: () => (box(name).value = ""),
          without: (): State => {
            const { date, ...criteria } = state.criteria;
            const { from, to } = (date ?? {}) as { from?: string; to?: string };
            const kept = { ...(from && name !== "date.from" && { from }), ...(to && name !== "date.to" && { to }) };
            return {
              criteria: Object.keys(kept).length > 0 ? { ...criteria, date: kept } : criteria,
              query: name === "q" ? "" : state.query,
            };
          },
        })),
    ];
    byId("conditions").replaceChildren(
      toNodes([
        conditions.map(
          ({ facet, name, without }) =>
            html`<button type="button" class="condition" aria-label="Without ${facet} ${name}">
              <span class="soft">${facet}</span> ${name}${none && ` (${find(without()).size} without it)`} ×
            </button> `,
        ),
        conditions.length > 1 && html`<button type="button" class="condition all">Clear all</button>`,
      ]),
    );
    all("button.condition:not(.all)", byId("conditions")).forEach((button, i) =>
      button.addEventListener("click", () => {
        conditions[i]!.drop();
        changed(true);
        byId("count").focus();
      }),
    );
  };
  document.addEventListener("click", ({ target }) => (target as Element).matches(".condition.all") && form.reset());
  const withoutValue = ({ criteria, query }: State, facet: keyof StatementCriteria, value: string): State => {
    const { [facet]: chosen, ...others } = criteria;
    const left = (chosen as string[]).filter((other) => other !== value);
    return { criteria: left.length > 0 ? { ...others, [facet]: left } : others, query };
  };

  const show = (): void => {
    const state = read();
    const count = byId("count");
    let found: Set<string>;
    try {
      found = find(state);
    } catch (error) {
      count.textContent = (error as Error).message;
      return;
    }
    for (const [id, row] of rows) row.hidden = !found.has(id);
    // with words the groups go, and each row says its own date and place
    if (state.query) ranked.append(...[...found].map((id) => rows.get(id)!));
    else if (ranked.hasChildNodes()) for (const [row, home] of homes) home.append(row);
    byId("order").textContent = state.query ? "the best first" : "by meeting, in order of time";
    const lit = new Map<string, number>();
    for (const square of squares) {
      const isOut = !found.has(square.dataset.statement!);
      square.classList.toggle("out", isOut);
      if (!isOut && square.closest("svg.wide")) lit.set(square.dataset.in!, (lit.get(square.dataset.in!) ?? 0) + 1);
    }
    for (const tally of all<SVGElement>("[data-of]")) tally.textContent = String(lit.get(tally.dataset.of!) ?? "");
    for (const group of all("#list .group")) {
      const left = state.query ? 0 : all("[data-id]", group).filter((row) => !row.hidden).length;
      group.hidden = left === 0;
      group.querySelector(".count")!.textContent = String(left);
    }
    const none = found.size === 0;
    count.textContent = none
      ? "No statement matches all of this"
      : found.size === statements.size
        ? `${found.size} statements`
        : `${found.size} of ${statements.size} statements`;
    showConditions(state, none);
    // counts of a facet ignore its own choice
    for (const [facet] of facets) {
      const { [facet]: _own, ...others } = state.criteria;
      const only = state.query ? find({ criteria: others, query: state.query }) : undefined;
      const counts = only ? undefined : valuesOf(facet, others);
      const numbers = boxes(facet).map(
        (input) =>
          [
            input,
            counts
              ? (counts.get(input.value) ?? 0)
              : statements.where({ ...others, [facet]: input.value }).filter(({ id }) => only!.has(id)).length,
          ] as const,
      );
      const most = Math.max(1, ...numbers.map(([, n]) => n));
      for (const [input, n] of numbers) {
        const label = input.closest("label")!;
        label.querySelector(".count")!.textContent = String(n);
        label.querySelector<HTMLElement>(".meter")!.style.setProperty("--share", (n / most).toFixed(3));
        label.classList.toggle("none", n === 0);
      }
    }
    for (const button of all(".matrix button"))
      button.setAttribute(
        "aria-pressed",
        String(
          boxes("speakers").some((b) => b.checked && b.value === button.dataset.speaker) &&
            boxes("topics").some((b) => b.checked && b.value === button.dataset.topic),
        ),
      );
    dates.update(box("date.from").value.trim(), box("date.to").value.trim());
    byId("address").textContent = location.href;
    for (const button of all("#sheet .close")) button.textContent = `Show ${found.size} statements`;
    byId("cite-view").hidden = none || state.query !== "";
    byId("view-citation").hidden = true;
  };
  /** @param choice - Whether it is a step that Back should undo; typing is not. */
  const changed = (choice: boolean) => {
    const text = toAddress();
    const address = (text ? `?${text}` : location.pathname) + location.hash;
    if (choice) history.pushState(null, "", address);
    else history.replaceState(null, "", address);
    show();
  };

  const dates = timelineOf((from, to) => {
    box("date.from").value = from;
    box("date.to").value = to;
    changed(false);
  });
  document.addEventListener("input", ({ target }) => {
    const input = target as HTMLInputElement;
    if (input.form === form) changed(input.type === "checkbox");
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(() => changed(true)));
  for (const button of all(".matrix button"))
    button.addEventListener("click", () => {
      const on = button.getAttribute("aria-pressed") !== "true";
      for (const [facet, value] of [
        ["speakers", button.dataset.speaker],
        ["topics", button.dataset.topic],
      ] as const)
        for (const input of boxes(facet)) input.checked = on && input.value === value;
      changed(true);
    });
  byId("cite-view").addEventListener("click", () => {
    const { criteria } = read();
    void citeSubset("statement", criteria).then((citation) => {
      const shown = byId("view-citation");
      shown.textContent = JSON.stringify(citation, null, 1);
      return copy(byId("cite-view"), shown.textContent, shown);
    });
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.target instanceof HTMLInputElement) return;
    event.preventDefault();
    box("q").focus();
  });
  addEventListener("popstate", () => {
    fromAddress();
    show();
  });
  fromAddress();
  show();
}

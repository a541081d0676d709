/** What the pages do when scripts run: filters whose state is the address, words and fields that light each other, copying. */
import { statements, type StatementCriteria } from "baku-moscow";
import { search } from "baku-moscow/search";

const all = <E extends Element>(selector: string, within: ParentNode = document): E[] => [...within.querySelectorAll<E>(selector)];

/** Fields light their words, and words their fields; a click pins. */
function light(): void {
  let pinned: string | undefined;
  const numbersOf = (element: Element) =>
    (element.getAttribute("data-field") ?? element.getAttribute("data-fields") ?? "").split(" ").filter(Boolean);
  const show = (numbers: readonly string[]) => {
    for (const element of all("[data-field], [data-fields]"))
      element.classList.toggle(
        "lit",
        numbersOf(element).some((n) => numbers.includes(n)),
      );
  };
  for (const element of all<HTMLElement>("[data-field], mark[data-fields]")) {
    const numbers = numbersOf(element);
    const enter = () => pinned === undefined && show(numbers);
    const leave = () => pinned === undefined && show([]);
    element.addEventListener("mouseenter", enter);
    element.addEventListener("mouseleave", leave);
    element.addEventListener("focus", enter);
    element.addEventListener("blur", leave);
    element.addEventListener("click", () => {
      pinned = pinned === numbers.join() ? undefined : numbers.join();
      show(pinned === undefined ? [] : numbers);
      history.replaceState(null, "", pinned === undefined ? location.pathname + location.search : `#field=${numbers[0]!}`);
    });
  }
  document.addEventListener("keydown", ({ key }) => {
    if (key !== "Escape") return;
    pinned = undefined;
    show([]);
  });
  const asked = /^#field=(\d+)$/.exec(location.hash)?.[1];
  if (asked !== undefined) show([(pinned = asked)]);
}

/** A button copies a text, says so, and where it may not, selects the text. */
function copying(): void {
  for (const button of all<HTMLButtonElement>("button.copy"))
    button.addEventListener("click", () => {
      const text = document.getElementById(button.dataset.copy!)!;
      const status = button.parentElement!.querySelector("[role=status]")!;
      const select = () => {
        getSelection()?.selectAllChildren(text);
        status.textContent = "Selected";
      };
      if (!("clipboard" in navigator)) return select();
      navigator.clipboard.writeText(text.textContent).then(() => {
        status.textContent = "Copied";
        setTimeout(() => (status.textContent = ""), 2000);
      }, select);
    });
}

/** The list shows what the criteria match; they are the form's state and the address's. */
function filtering(form: HTMLFormElement): void {
  const facets = all<HTMLFieldSetElement>(".facet", form).map((facet) => facet.dataset.facet!);
  const box = (name: string) => form.elements.namedItem(name) as HTMLInputElement;
  const rows = new Map(all<HTMLElement>("[data-id]").map((row) => [row.dataset.id!, row]));

  const read = (): { criteria: StatementCriteria; query: string } => {
    const criteria: Record<string, unknown> = {};
    for (const facet of facets) {
      const chosen = all<HTMLInputElement>(`[name="${facet}"]:checked`, form).map((input) => input.value);
      if (chosen.length > 0) criteria[facet] = chosen;
    }
    const [from, to] = [box("date.from").value.trim(), box("date.to").value.trim()];
    if (from || to) criteria.date = { ...(from && { from }), ...(to && { to }) };
    return { criteria: criteria, query: box("q").value.trim() };
  };
  /** The statements that match; the error where the dates cannot be read. */
  const find = (criteria: StatementCriteria, query: string): Set<string> =>
    new Set(
      query
        ? search(query, { in: statements, where: criteria, limit: statements.size }).map(({ record }) => record.id)
        : statements.where(criteria).map(({ id }) => id),
    );
  const show = (): void => {
    const { criteria, query } = read();
    const count = document.getElementById("count")!;
    let found: Set<string>;
    try {
      found = find(criteria, query);
    } catch (error) {
      count.textContent = (error as Error).message;
      return;
    }
    for (const [id, row] of rows) row.hidden = !found.has(id);
    for (const group of all<HTMLElement>(".group")) group.hidden = all<HTMLElement>("[data-id]", group).every((row) => row.hidden);
    count.textContent = found.size === 0 ? "No statement matches all of this" : `${found.size} of ${statements.size} statements`;
    // counts of a facet ignore its own choice
    for (const facet of facets) {
      const { [facet as keyof StatementCriteria]: _own, ...others } = criteria;
      for (const input of all<HTMLInputElement>(`[name="${facet}"]`, form)) {
        const n = [...find({ ...others, [facet]: input.value }, query)].length;
        input.parentElement!.querySelector(".count")!.textContent = String(n);
        input.parentElement!.classList.toggle("none", n === 0);
      }
    }
    const address = new URLSearchParams();
    for (const facet of facets)
      for (const value of (criteria[facet as keyof StatementCriteria] as string[] | undefined) ?? []) address.append(facet, value);
    for (const name of ["date.from", "date.to", "q"]) if (box(name).value.trim()) address.set(name, box(name).value.trim());
    const text = address.toString();
    history.replaceState(null, "", text ? `?${text}` : location.pathname);
  };
  for (const [name, value] of new URLSearchParams(location.search)) {
    if (facets.includes(name)) for (const input of all<HTMLInputElement>(`[name="${name}"]`, form)) input.checked ||= input.value === value;
    else if (["date.from", "date.to", "q"].includes(name)) box(name).value = value;
  }
  form.addEventListener("input", show);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(show));
  show();
}

light();
copying();
const form = document.getElementById("filters");
if (form) filtering(form as HTMLFormElement);

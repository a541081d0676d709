/** The first page of the API: tasks with one line for each name, then the types by entry. */
import {
  ReflectionKind,
  type DeclarationReflection,
  type ProjectReflection,
  type Reflection,
} from "typedoc";
import { html, raw, type Html } from "../pages/html.ts";
import { apiTasks, type ApiTask } from "./api-tasks.ts";

/** What the page needs of TypeDoc. */
export interface ApiLinks {
  urlTo(reflection: Reflection): string;
  /** The first paragraph of a comment, as HTML. */
  summaryOf(reflection: DeclarationReflection): string;
}

export const callable = [ReflectionKind.Function, ReflectionKind.Variable, ReflectionKind.Class];

/** What an entry exports itself, and not only passes on. */
export function membersOf(entry: DeclarationReflection): DeclarationReflection[] {
  return (entry.children ?? []).filter((child) => !child.isReference());
}

export function entriesOf(project: ProjectReflection): DeclarationReflection[] {
  return project.children ?? [];
}

function findMember(
  project: ProjectReflection,
  entry: string,
  name: string,
): DeclarationReflection {
  const found = entriesOf(project)
    .filter((one) => one.name === entry)
    .flatMap(membersOf)
    .find((one) => one.name === name);
  if (found === undefined) throw new Error(`api-tasks.ts: ${entry} exports no ${name}`);
  return found;
}

function checkMember(
  entry: DeclarationReflection,
  member: DeclarationReflection,
  listed: readonly string[],
): void {
  const name = `${entry.name} ${member.name}`;
  if (member.kindOf(callable) && !listed.includes(name))
    throw new Error(`api-tasks.ts: ${name} is in no task`);
  const tags = member.signatures?.flatMap(({ comment }) => comment?.blockTags ?? []);
  if (tags?.every(({ tag }) => tag !== "@example") === true)
    throw new Error(`${name} has no @example`);
}

/**
 * Throws when a function, variable or class of an entry stands in no task, or a function has no
 * example.
 */
function checkTasks(project: ProjectReflection): void {
  const listed = apiTasks.flatMap(({ names }) =>
    Object.entries(names).flatMap(([entry, own]) => own.map((name) => `${entry} ${name}`)),
  );
  for (const entry of entriesOf(project))
    for (const member of membersOf(entry)) checkMember(entry, member, listed);
}

/** The subpath of an entry, as an import has it. */
export function subpathOf(entry: string, packageName: string): string {
  return entry === "index" ? packageName : `${packageName}/${entry}`;
}

/** A name as it is written: functions with brackets. */
export function toCallText(member: DeclarationReflection): string {
  return `${member.name}${member.kindOf(ReflectionKind.Function) ? "()" : ""}`;
}

/** The task in which a name of an entry stands. */
export function taskOf(entry: string, name: string): ApiTask | undefined {
  return apiTasks.find(({ names }) => names[entry]?.includes(name) === true);
}

/** The names of a task. */
export function membersOfTask(task: ApiTask, project: ProjectReflection): DeclarationReflection[] {
  return Object.entries(task.names).flatMap(([entry, names]) =>
    names.map((name) => findMember(project, entry, name)),
  );
}

function toRow(member: DeclarationReflection, from: string | undefined, links: ApiLinks): Html {
  return html`<dt>
      <a href="${links.urlTo(member)}"><code>${toCallText(member)}</code></a>
      ${from !== undefined && html`<span class="soft">${from}</span>`}
    </dt>
    <dd>${raw(links.summaryOf(member))}</dd> `;
}

function anchorOf({ title }: ApiTask): string {
  return title.toLowerCase().replace(/\W+/g, "-");
}

/** The tasks as links, for the column beside the page. */
export function toApiOutline(): Html {
  const links = apiTasks.map(
    (task) => html`<li><a href="#${anchorOf(task)}">${task.title}</a></li> `,
  );
  return html`<details open>
    <summary>On This Page</summary>
    <ul>
      ${links}
      <li><a href="#types">Types</a></li>
    </ul>
  </details>`;
}

function toTask(task: ApiTask, project: ProjectReflection, links: ApiLinks): Html {
  const entries = Object.keys(task.names);
  const subpath = (entry: string) => subpathOf(entry, project.name);
  const isOfOne = entries.length === 1;
  const rows = membersOfTask(task, project).map((member) =>
    toRow(member, isOfOne ? undefined : subpath(member.parent!.name), links),
  );
  return html`<section>
    <h2 id="${anchorOf(task)}">${task.title}</h2>
    <p>${task.intro} ${isOfOne && html`From <code>${subpath(entries[0]!)}</code>.`}</p>
    <dl class="api">${rows}</dl>
  </section> `;
}

function toTypes(project: ProjectReflection, links: ApiLinks): Html[] {
  return entriesOf(project).map((entry) => {
    const types = membersOf(entry).filter((member) => !member.kindOf(callable));
    return types.length === 0
      ? html``
      : html`<h3 id="types-${entry.name}">${subpathOf(entry.name, project.name)}</h3>
          <p class="names">
            ${types.map((type) => html`<a href="${links.urlTo(type)}">${type.name}</a> `)}
          </p>`;
  });
}

/** The content of the page. */
export function toApiPage(project: ProjectReflection, links: ApiLinks): Html {
  checkTasks(project);
  return html`<h1>API</h1>
    <p>
      Every function, by what it is for, with the entry of the package that exports it. Criteria,
      records and results are typed; <a href="docs/getting-started.html">Getting started</a> shows
      how they are used together.
    </p>
    ${apiTasks.map((task) => toTask(task, project, links))}
    <section>
      <h2 id="types">Types</h2>
      <p>
        The types of records are also in <code>${project.name}/types</code>, which has no code. The
        <a href="docs/codebook.html">Codebook</a> says what each field and term means.
      </p>
      ${toTypes(project, links)}
    </section>`;
}

/** The frame of the site around what TypeDoc generates. */
import {
  DefaultTheme,
  DefaultThemeRenderContext,
  JSX,
  ReflectionKind,
  type CommentDisplayPart,
  type ContainerReflection,
  type DeclarationReflection,
  type PageEvent,
  type Reflection,
  type RenderTemplate,
} from "typedoc";
import { html, raw, toMarkup, type Html } from "../pages/html.ts";
import { navigation, sectionOf } from "../pages/navigation.ts";
import { rootFrom, toPage } from "../pages/page-frame.ts";
import {
  callable,
  membersOfTask,
  subpathOf,
  taskOf,
  toApiOutline,
  toApiPage,
  toCallText,
  type ApiLinks,
} from "./api-page.ts";
import { toRaw, toSignatureBody, toSignatures } from "./api-signature.ts";

/** The comment of a declaration: functions have theirs at the signature. */
function commentOf(member: DeclarationReflection): readonly CommentDisplayPart[] {
  // the first name that an entry exports has the comment of the entry before its own
  return member.signatures?.[0]?.comment?.summary ?? member.comment?.summary ?? [];
}

/** Parts of a comment up to the end of its first sentence. */
function firstSentence(parts: readonly CommentDisplayPart[]): CommentDisplayPart[] {
  const sentence: CommentDisplayPart[] = [];
  for (const part of parts) {
    const end = part.kind === "text" ? /\.(?=\s|$)/.exec(part.text) : null;
    if (end === null) sentence.push(part);
    else {
      sentence.push({ ...part, text: `${part.text.slice(0, end.index)}.` });
      break;
    }
  }
  return sentence;
}

function titleOf({ model, url }: PageEvent<Reflection>): string {
  const title = navigation.flatMap(({ pages }) => pages).find(({ path }) => path === url)?.title;
  return title ?? (model.isProject() ? "API" : model.name);
}

/** The name of a menu; on a small screen a button that opens it. */
function toFoldName(name: string): Html {
  return html`<p class="menu-name">${name}</p>
    <button type="button" class="unfold" aria-expanded="false">${name}</button>`;
}

/** The pages of the section that a page belongs to. */
function toSectionMenu(url: string): Html | undefined {
  const root = rootFrom(url);
  const section = sectionOf(url);
  if (section === undefined) return undefined;
  const { name, pages } = section;
  const rows = pages.map(({ path, title }) => {
    const mark = path === url ? raw(' aria-current="page"') : "";
    return html`<li><a href="${root}${path}" ${mark}>${title}</a></li> `;
  });
  return html`<nav class="menu" aria-label="${name}">
    ${toFoldName(name)}
    <ul>
      ${rows}
    </ul>
  </nav>`;
}

/** The names of the task that a page of the API belongs to, with the way to each. */
function toTaskMenu({ model, project }: PageEvent<Reflection>, links: ApiLinks): Html | undefined {
  const task = taskOf(model.parent?.name ?? "", model.name);
  if (task === undefined) return undefined;
  const rows = membersOfTask(task, project).map((member) => {
    const mark = member === model ? raw(' aria-current="page"') : "";
    return html`<li><a href="${links.urlTo(member)}" ${mark}>${toCallText(member)}</a></li> `;
  });
  return html`<nav class="menu siblings" aria-label="${task.title}">
    ${toFoldName(task.title)}
    <ul>
      ${rows}
    </ul>
  </nav>`;
}

/** How a name is imported: what is not code, as a type. */
function toImportLine(member: DeclarationReflection, from: string): Html {
  const type = member.kindOf(callable) ? "" : "type ";
  const line = `import ${type}{ ${member.name} } from "${from}";`;
  return html`<pre class="import"><code class="ts">${line}</code></pre>`;
}

/** The heading of a page of the API: the way to it, the name, and how to import it. */
function toApiHead({ model, project, url }: PageEvent<Reflection>): Html {
  if (!model.isDeclaration()) return html`<h1>${model.name}</h1>`;
  const isEntry = model.kindOf(ReflectionKind.Module);
  const from = subpathOf((isEntry ? model : model.parent!).name, project.name);
  return html`<p class="trail">
      <a href="${rootFrom(url)}modules.html">API</a> / <code>${from}</code>
    </p>
    <h1><code>${isEntry ? from : toCallText(model)}</code></h1>
    ${!isEntry && model.signatures === undefined && toImportLine(model, from)}`;
}

/** The first link of the outline of a guide leads to its heading, which is in view anyway. */
function withoutFirstLink(markup: string): string {
  return markup.replace(/<a [^>]*><span>.*?<\/span><\/a>/s, "");
}

/** Icons of kinds are files of TypeDoc's own design; words say the same. */
function withoutIcons(markup: string): string {
  return markup.replace(/<svg [^>]*>(?:(?!<\/svg>).)*<\/svg>/gs, "");
}

/** A table in a frame of its own, which scrolls sideways where the table is too wide. */
function framedTables(markup: string): string {
  return markup
    .replaceAll(
      "<table>",
      '<div class="wide-table" tabindex="0" role="group" aria-label="Table"><table>',
    )
    .replaceAll("</table>", "</table></div>");
}

/**
 * Headings without gaps between their levels, as readers who hear a page need them. The level that
 * TypeDoc gave stays as data, for the style.
 */
function orderedHeadings(markup: string): string {
  // the levels that TypeDoc gave to the headings above, the outermost first
  const above: number[] = [];
  return markup.replace(/<(\/?)h([1-6])\b/g, (_, slash: string, digit: string) => {
    if (slash !== "") return `</h${above.length}`;
    while (above.length > 0 && above.at(-1)! >= Number(digit)) above.pop();
    above.push(Number(digit));
    return `<h${above.length} data-level="${digit}"`;
  });
}

/** Markup as a part of TypeDoc's page. */
function toElement(markup: Html): JSX.Element {
  return JSX.createElement(JSX.Raw, { html: toMarkup(markup) });
}

class SiteContext extends DefaultThemeRenderContext {
  readonly #links: ApiLinks = {
    urlTo: (reflection) => this.urlTo(reflection) ?? "",
    summaryOf: (member) => this.markdown(firstSentence(commentOf(member))),
  };

  constructor(...given: ConstructorParameters<typeof DefaultThemeRenderContext>) {
    super(...given);
    this.memberSignatureBody = (signature) => toElement(toSignatureBody(signature, this));
    this.memberSignatures = (member) => toElement(html`${toSignatures(member, this)}`);
    const ofDefaultTheme = this.reflectionTemplate;
    // the page of the project is the API by task
    this.reflectionTemplate = (props: PageEvent<ContainerReflection>) => {
      if (!props.model.isProject()) return ofDefaultTheme(props);
      const page = toApiPage(props.model, this.#links);
      return toElement(page);
    };
  }

  override defaultLayout = (
    template: RenderTemplate<PageEvent<Reflection>>,
    props: PageEvent<Reflection>,
  ): JSX.Element => {
    const isReflection = !props.model.isProject() && !props.model.isDocument();
    const head = isReflection ? toApiHead(props) : undefined;
    const content = toRaw(template(props));
    const main = orderedHeadings(framedTables(withoutIcons(toMarkup(html`${head} ${content}`))));
    const ofPage = toMarkup(toRaw(this.pageNavigation(props)));
    const ofDocument = props.model.isDocument() ? withoutFirstLink(ofPage) : ofPage;
    const outline = props.model.isProject() ? toApiOutline() : raw(ofDocument);
    const title = titleOf(props);
    const assets = `${rootFrom(props.url)}assets/`;
    const page = toPage({
      title: `${title} – ${props.project.name}`,
      description: `${title}: documentation of ${props.project.name}`,
      path: props.url,
      runsCode: true,
      scripts: ["guides.js"],
      head: html`<link rel="stylesheet" href="${assets}style.css" />
        <link rel="stylesheet" href="${assets}highlight.css" />
        <link rel="stylesheet" href="${rootFrom(props.url)}explorer/guides-style.css" />`,
      body: html`<div class="guide">
        <div class="menus">
          ${toSectionMenu(props.url)} ${isReflection && toTaskMenu(props, this.#links)}
        </div>
        <main id="main">${raw(main)}</main>
        <aside class="outline" aria-label="On this page">
          ${raw(withoutIcons(toMarkup(outline)))}
        </aside>
      </div>`,
    });
    // TypeDoc writes the line of the document type itself
    return JSX.createElement(JSX.Raw, { html: page.replace(/^\s*<!doctype html>\s*/, "") });
  };
}

/** The theme: TypeDoc's content in the frame of the site. */
export class SiteTheme extends DefaultTheme {
  override ContextClass = SiteContext;
}

/** A TypeDoc plugin: the theme of the site, its examples, and the names of the API for search. */
import { writeFileSync } from "node:fs";
import { Converter, RendererEvent, ReflectionKind, type Application } from "typedoc";
import { runExamples } from "./api-examples.ts";
import { SiteTheme } from "./site-theme.ts";

/** Names with their pages, for the search of the site. */
function apiNames({ project }: RendererEvent, app: Application): object[] {
  const { router } = app.renderer;
  return (project.children ?? []).flatMap((entry) =>
    (entry.children ?? [])
      .filter((member) => !member.isReference())
      .map((member) => ({
        title: member.name,
        kind: ReflectionKind.singularString(member.kind),
        url: router?.getFullUrl(member),
        text: (member.comment ?? member.signatures?.[0]?.comment)?.summary
          .map(({ text }) => text)
          .join(""),
      })),
  );
}

/** TypeDoc calls this when it loads the plugin. */
export function load(app: Application): void {
  app.renderer.defineTheme("site", SiteTheme);
  app.converter.on(Converter.EVENT_RESOLVE_END, ({ project }) => {
    // the first name that an entry exports has the comment of the entry, which is not its own
    for (const one of project.getReflectionsByKind(ReflectionKind.Function))
      if (one.isDeclaration() && one.signatures) delete one.comment;
  });
  app.renderer.preRenderAsyncJobs.push(({ project }) => runExamples(project));
  app.renderer.on(RendererEvent.END, (event) => {
    const file = `${event.outputDirectory}/api-names.json`;
    writeFileSync(file, JSON.stringify(apiNames(event, app)));
  });
}

/**
 * Whether the package could be published: npm refuses provenance unless package.json names the
 * repository from which it is built. `npm run release:publishable` prints what must be filled in.
 */
import { isMain, projectRoot } from "../root.ts";
import { readJson } from "./release-state.ts";

/** package.json, as far as a publication needs it. */
export interface Manifest {
  readonly repository?: { readonly type?: string; readonly url?: string };
  readonly bugs?: { readonly url?: string };
  readonly homepage?: string;
  readonly author?: string;
}

/** The fields of package.json that must be filled in, with what belongs there. */
const requiredFields = [
  ["repository.url", "git+https://github.com/OWNER/NAME.git", (m: Manifest) => m.repository?.url],
  ["bugs.url", "https://github.com/OWNER/NAME/issues", (m: Manifest) => m.bugs?.url],
  ["homepage", "the address of the documentation", (m: Manifest) => m.homepage],
  ["author", "a name, or a name and address", (m: Manifest) => m.author],
] as const;

/** `OWNER/NAME` of a repository address; undefined when it is not one of GitHub. */
function repositoryName(url: string): string | undefined {
  return /^(?:git\+)?https:\/\/github\.com\/([^/]+\/[^/]+?)(?:\.git)?$/.exec(url)?.[1];
}

/**
 * Why the package cannot be published; empty when it can.
 *
 * @param builtIn - `OWNER/NAME` of the repository in which the release is built, as
 * GITHUB_REPOSITORY gives it.
 */
export function findPublicationFaults(manifest: Manifest, builtIn?: string): string[] {
  const missing = requiredFields.flatMap(([field, example, read]) =>
    read(manifest) ? [] : [`package.json: ${field} is missing; fill in ${example}`],
  );
  const url = manifest.repository?.url;
  if (!url) return missing;
  const name = repositoryName(url);
  if (name === undefined)
    return [...missing, `package.json: repository.url "${url}" is not the address of a repository`];
  if (builtIn !== undefined && builtIn !== name)
    missing.push(
      `package.json: repository.url names ${name}, but this release is built in ${builtIn}; ` +
        "npm refuses provenance unless they are the same",
    );
  return missing;
}

/** The README with links that work outside the repository. */
export function withAbsoluteLinks(readme: string, repository: string): string {
  const name = repositoryName(repository)!;
  const isRelative = (target: string) => !/^(https?:|#|mailto:)/.test(target);
  return readme.replace(/(!?)\[([^\]]*)\]\(([^)\s]+)\)/g, (link, image: string, text, target) => {
    if (!isRelative(String(target))) return link;
    const base = image === "!" ? "raw.githubusercontent.com" : "github.com";
    const path = image === "!" ? `${name}/HEAD` : `${name}/blob/HEAD`;
    return `${image}[${String(text)}](https://${base}/${path}/${String(target)})`;
  });
}

function main(): void {
  const manifest = readJson<Manifest>(`${projectRoot}/package.json`);
  const faults = findPublicationFaults(manifest, process.env.GITHUB_REPOSITORY);
  for (const fault of faults) console.error(fault);
  if (faults.length > 0) {
    console.error("\nThe package cannot be published yet. See docs/versioning.md.");
    process.exitCode = 1;
  } else console.log("package.json names what npm needs for a publication");
}

if (isMain(import.meta.url)) main();

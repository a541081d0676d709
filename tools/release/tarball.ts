/** What the tarball of a release may be. */

/** The most bytes that the tarball may have. */
export const sizeLimit = 600_000;

const allowedFiles = [
  /^dist\/[\w-]+\.(js|d\.ts|json)$/,
  /^dist\/csv\/(\w+\.csv|README\.md)$/,
  /^dist\/codebook\/[\w-]+\.(ttl|jsonld|xml|qdc)$/,
  /^dist\/graphs\/[\w-]+\.graphml$/,
  /^dist\/schemas\/(criteria\/)?\w+\.schema\.json$/,
  /^(package\.json|README\.md|LICENSE|LICENSE-DATA|NOTICE|AGENTS\.md|CITATION\.cff)$/,
  /^releases\/changelog\.json$/,
];

/** Whether a file may be in the tarball. */
export function isAllowedFile(path: string): boolean {
  return allowedFiles.some((form) => form.test(path));
}

/** What a release may be. */

/** The most bytes that the tarball may have. */
export const limit = 250_000;
/** What may be in the tarball. */
export const allowed =
  /^(dist\/[\w-]+\.(js|d\.ts|json)|dist\/csv\/(\w+\.csv|README\.md)|dist\/schemas\/(criteria\/)?\w+\.schema\.json|package\.json|README\.md|LICENSE|LICENSE-DATA|NOTICE|CITATION\.cff|releases\/changelog\.json)$/;

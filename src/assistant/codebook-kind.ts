/** What the fields and terms of the records mean, as codebook.json has it. */

/** The values that a field takes. */
export interface CodebookShape {
  readonly type: string;
  readonly terms?: readonly string[];
  readonly definitions?: Readonly<Record<string, { readonly means: string }>>;
  readonly of?: CodebookShape;
}

export interface CodebookField {
  readonly name: string;
  readonly description: string;
  readonly shape: CodebookShape;
  readonly criterion?: object;
  readonly example?: unknown;
}

export interface CodebookKind {
  readonly kind: string;
  readonly plural: string;
  readonly description: string;
  readonly fields: readonly CodebookField[];
}

/** The terms of a field with their meanings. */
export function termsOf({ shape }: CodebookField): [term: string, means: string][] {
  const terms = shape.type === "list" ? shape.of : shape;
  return Object.entries(terms?.definitions ?? {}).map(([term, { means }]) => [term, means]);
}

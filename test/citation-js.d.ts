declare module "@citation-js/core" {
  export class Cite {
    constructor(data: unknown);
    get(options: object): unknown;
    format(kind: string, options: object): unknown;
  }
  export const plugins: {
    readonly config: {
      get(name: "@csl"): {
        readonly styles: { add(name: string, style: string): void };
      };
    };
  };
}
declare module "@citation-js/plugin-bibtex";
declare module "@citation-js/plugin-csl";

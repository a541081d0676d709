export const all = <E extends Element = HTMLElement>(selector: string, within: ParentNode = document): E[] => [
  ...within.querySelectorAll<E>(selector),
];
export const byId = (id: string): HTMLElement => document.getElementById(id)!;

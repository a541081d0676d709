/** Short names for finding elements. */

export function all<E extends Element = HTMLElement>(
  selector: string,
  within: ParentNode = document,
): E[] {
  return [...within.querySelectorAll<E>(selector)];
}

/** An element that the page is known to have. */
export function byId(id: string): HTMLElement {
  return document.getElementById(id)!;
}

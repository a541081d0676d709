/** The icon of the site: words that are marked, in the colours of the pages. */

export function toIcon(): string {
  return [
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">',
    '<rect width="32" height="32" rx="6" fill="#1b1f24"/>',
    '<rect x="6" y="9" width="20" height="3" fill="#fbfaf7"/>',
    '<rect x="6" y="15" width="14" height="4" fill="#ffdd57"/>',
    '<rect x="6" y="22" width="17" height="3" fill="#fbfaf7"/>',
    "</svg>",
  ].join("");
}

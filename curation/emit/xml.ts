/** XML as text. */

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};

function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => entities[character]!);
}

type Attributes = Readonly<Record<string, string>>;

/** An element with text or other elements, each on a line of its own. */
export function element(
  name: string,
  attributes: Attributes,
  content: string | readonly string[] = [],
): string {
  const head = Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${escapeXml(value)}"`)
    .join("");
  if (typeof content === "string") return `<${name}${head}>${escapeXml(content)}</${name}>`;
  if (content.length === 0) return `<${name}${head}/>`;
  return `<${name}${head}>\n${content.join("\n")}\n</${name}>`;
}

/** A document with its root element. */
export function xmlDocument(root: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`;
}

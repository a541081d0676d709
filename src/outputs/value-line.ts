/** A value of a record in one line. */
import { describeValue, type Remark, type TextPart } from "./record-text.ts";

function partText({ text, id }: TextPart): string {
  return id === undefined ? text : `${text} [${id}]`;
}

function remarkText(remark: Remark): string {
  return `${remark.about} ${remark.about === "written" ? `"${remark.text}"` : partText(remark)}`;
}

/** A value in one line, with the ids of the records that it names, and with remarks in brackets. */
export function toValueLine(value: unknown): string {
  const { parts, remarks } = describeValue(value);
  const main = parts.map(partText).join(" ");
  return remarks.length === 0 ? main : `${main} (${remarks.map(remarkText).join("; ")})`;
}

/**
 * Parentheses around the functions that a first question calls. V8 compiles a function in parentheses together with what is around it,
 * any other one when it is first called, each at a price of its own: the first question of a process would pay them all. It takes no
 * heed of parentheses around an arrow, and esbuild drops those in the source; so this is done to the built file.
 */
import ts from "typescript";

/** The functions between `where` and the test of a record. Those without a name that stand in them are meant too, but for short arrows. */
const firstAsked = ["where", "isPlain", "expectOne", "toReader", "ask", "fieldCondition", "meant", "testOf", "some", "select"];

/**
 * The code with those functions in parentheses.
 *
 * @throws Error when one of them is not there, or twice.
 */
export function eager(code: string, asked: readonly string[] = firstAsked): string {
  const missing = new Set(asked);
  const edits: { readonly from: number; readonly to: number; readonly text: string }[] = [];
  const put = (from: number, text: string, to = from): void => void edits.push({ from, to, text });

  const visit = (node: ts.Node, inside: boolean): void => {
    if (!ts.isFunctionLike(node)) return ts.forEachChild(node, (child) => visit(child, inside));
    const parent = node.parent;
    const name = (node.name ?? (ts.isVariableDeclaration(parent) || ts.isPropertyAssignment(parent) ? parent.name : undefined))?.getText();
    const wanted = name === undefined ? inside && !(ts.isArrowFunction(node) && !ts.isBlock(node.body)) : asked.includes(name);
    if (wanted && name !== undefined && !missing.delete(name)) throw new Error(`eager: ${name} is there twice`);
    if (wanted && "body" in node && node.body) {
      const from = node.getStart();
      const end = node.end;
      const { body } = node;
      if (ts.isArrowFunction(node)) {
        const block = ts.isBlock(body);
        put(from, "(function");
        put(node.equalsGreaterThanToken.pos, block ? " " : " { return ", body.getStart()); // on the same line: a return ends there
        put(end, block ? ")" : "; })");
      } else if (ts.isFunctionDeclaration(node)) {
        put(from, `var ${name!} = (function`, node.name!.end);
        put(end, ");");
      } else {
        put(from, `${name!}: (function`, node.name!.end);
        put(end, ")");
      }
    }
    ts.forEachChild(node, (child) => visit(child, wanted));
  };
  visit(ts.createSourceFile("index.js", code, ts.ScriptTarget.Latest, true, ts.ScriptKind.JS), false);
  if (missing.size > 0) throw new Error(`eager: no function ${[...missing].join(", ")}`);
  edits.sort((a, b) => a.from - b.from);
  let done = 0;
  let out = "";
  for (const { from, to, text } of edits) {
    out += code.slice(done, from) + text;
    done = to;
  }
  return out + code.slice(done);
}

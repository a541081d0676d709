/**
 * Parentheses around the functions that a first question calls. V8 compiles a function in parentheses together with what is around it,
 * any other one when it is first called, each at a price of its own: the first question of a process would pay them all. It takes no
 * heed of parentheses around an arrow, and esbuild drops those in the source; so this is done to the built file. Types are untouched;
 * source maps would no longer fit, and the package has none.
 */
import ts from "typescript";

/** The functions between `where` and the test of a record. Those without a name that stand in them are meant too, but for short arrows. */
const firstAsked = ["where", "isPlain", "expectOne", "toReader", "ask", "fieldCondition", "meant", "testOf", "some", "select"];

/** Whether a function may be written as `(function (…) {…})` and mean the same. */
function isSimple(node: ts.SignatureDeclaration): node is ts.ArrowFunction | ts.FunctionDeclaration | ts.MethodDeclaration {
  if (ts.getCombinedModifierFlags(node) !== ts.ModifierFlags.None) return false; // async
  if (ts.isArrowFunction(node)) {
    // what an arrow takes from around it, and a function would have of its own
    const own = (inner: ts.Node): boolean =>
      inner.kind === ts.SyntaxKind.ThisKeyword ||
      inner.kind === ts.SyntaxKind.SuperKeyword ||
      ts.isMetaProperty(inner) ||
      (ts.isIdentifier(inner) && inner.text === "arguments") ||
      !!ts.forEachChild(inner, own);
    return node.getText().startsWith("(") && !own(node);
  }
  return (
    (ts.isFunctionDeclaration(node) || (ts.isMethodDeclaration(node) && ts.isObjectLiteralExpression(node.parent))) && !node.asteriskToken
  );
}

/**
 * The code with those functions in parentheses. A function that is called above its declaration must not be among them.
 *
 * @throws Error when one of them is not there, or twice, or is of a form that cannot be written so.
 */
export function eager(code: string, asked: readonly string[] = firstAsked): string {
  const missing = new Set(asked);
  const edits: { readonly from: number; readonly to: number; readonly text: string }[] = [];
  const put = (from: number, text: string, to = from): void => void edits.push({ from, to, text });

  const visit = (node: ts.Node, inside: boolean): void => {
    if (!ts.isFunctionLike(node)) return ts.forEachChild(node, (child) => visit(child, inside));
    const { parent } = node;
    const name = (node.name ?? (ts.isVariableDeclaration(parent) || ts.isPropertyAssignment(parent) ? parent.name : undefined))?.getText();
    const wanted = name === undefined ? inside && !(ts.isArrowFunction(node) && !ts.isBlock(node.body)) : asked.includes(name);
    if (wanted) {
      if (name !== undefined && !missing.delete(name)) throw new Error(`eager: ${name} is there twice`);
      if (!isSimple(node)) throw new Error(`eager: cannot put this in parentheses: ${node.getText().slice(0, 80)}`);
      if (ts.isArrowFunction(node)) {
        const block = ts.isBlock(node.body);
        put(node.getStart(), "(function");
        put(node.equalsGreaterThanToken.pos, block ? " " : " { return ", node.body.getStart()); // on the same line: a return ends there
        put(node.end, block ? ")" : "; })");
      } else {
        const declared = ts.isFunctionDeclaration(node);
        put(node.getStart(), declared ? `var ${name!} = (function` : `${name!}: (function`, node.name!.end);
        put(node.end, declared ? ");" : ")");
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

/**
 * A function on its page: what it does, an example, the parameters with the fields of each options
 * object, what it returns, and what it throws.
 */
import {
  DeclarationReflection,
  JSX,
  ReflectionKind,
  type CommentTag,
  type DefaultThemeRenderContext,
  type ParameterReflection,
  type SignatureReflection,
  type SomeType,
} from "typedoc";
import { html, raw, type Html } from "../pages/html.ts";
import { toRunnable } from "./api-examples.ts";

type Context = DefaultThemeRenderContext;

/** A part of TypeDoc's page as markup. */
export function toRaw(element: JSX.Element | string | false | null | undefined): Html {
  return raw(typeof element === "object" && element ? JSX.renderElement(element) : element || "");
}

function toMarkdown(context: Context, parts: CommentTag["content"] | undefined): Html {
  return toRaw(parts === undefined ? "" : context.markdown(parts));
}

/** The interface that a type names; undefined for any other type. */
function interfaceOf(type: SomeType | undefined): DeclarationReflection | undefined {
  if (type?.type !== "reference") return undefined;
  const { reflection } = type;
  if (!(reflection instanceof DeclarationReflection)) return undefined;
  return reflection.kindOf(ReflectionKind.Interface) ? reflection : undefined;
}

function toOption(option: DeclarationReflection, context: Context): Html {
  const mark = option.flags.isOptional ? "?" : "";
  return html`<dt>
      <code>${option.name}${mark}</code>
      <span class="soft">${toRaw(context.type(option.type))}</span>
    </dt>
    <dd>${toMarkdown(context, option.comment?.summary)}</dd> `;
}

/** The fields of an options object, so that nobody has to open the page of its type. */
function toOptions({ type }: ParameterReflection, context: Context): Html | undefined {
  const options = interfaceOf(type)?.children?.filter(({ comment }) =>
    comment?.hasVisibleComponent(),
  );
  if (options === undefined || options.length === 0) return undefined;
  return html`<dl class="options">${options.map((option) => toOption(option, context))}</dl>`;
}

function toParameter(parameter: ParameterReflection, context: Context): Html {
  const { name, flags, defaultValue, type, comment } = parameter;
  const isOptional = flags.isOptional || defaultValue !== undefined;
  return html`<dt>
      <code>${flags.isRest && "..."}${name}${isOptional && "?"}</code>
      <span class="soft">${toRaw(context.type(type))}</span>
    </dt>
    <dd>${toMarkdown(context, comment?.summary)} ${toOptions(parameter, context)}</dd> `;
}

function toParameters({ parameters = [] }: SignatureReflection, context: Context): Html | false {
  return (
    parameters.length > 0 &&
    html`<h4>Parameters</h4>
      <dl class="parameters">${parameters.map((one) => toParameter(one, context))}</dl>`
  );
}

function toReturned({ type, comment }: SignatureReflection, context: Context): Html | false {
  return (
    type !== undefined &&
    html`<h4>Returns</h4>
      <p>${toRaw(context.type(type))}</p>
      ${toMarkdown(context, comment?.getTag("@returns")?.content)}`
  );
}

/** Last, because readers rarely need them; the links of the types lead here. */
function toTypeParameters({ typeParameters = [] }: SignatureReflection, context: Context): Html {
  return toRaw(typeParameters.length > 0 && context.typeParameters(typeParameters));
}

/** "@throws" as "Throws". */
function tagHeading(tag: string): string {
  return `${tag[1]!.toUpperCase()}${tag.slice(2)}`;
}

function toTags(tags: readonly CommentTag[], context: Context): Html[] {
  return tags.map(
    ({ tag, content }) =>
      html`<h4>${tagHeading(tag)}</h4>
        ${toMarkdown(context, content)}`,
  );
}

/** What a function does, and how it is called. */
function toPurpose(signature: SignatureReflection, context: Context): Html {
  const { comment, project } = signature;
  const examples = comment?.blockTags.filter(({ tag }) => tag === "@example") ?? [];
  return html`<div class="tsd-comment tsd-typography">
    ${toMarkdown(context, comment?.summary)}
    ${examples.map((example) =>
      toRaw(context.markdown(`\`\`\`ts\n${toRunnable(example, project)}\n\`\`\``)),
    )}
  </div>`;
}

/** What it takes, returns and throws. */
export function toSignatureBody(signature: SignatureReflection, context: Context): Html {
  const tags = signature.comment?.blockTags ?? [];
  const others = tags.filter(({ tag }) => !["@example", "@returns"].includes(tag));
  return html`<div class="tsd-comment tsd-typography signature">
    ${toParameters(signature, context)} ${toReturned(signature, context)} ${toTags(others, context)}
    ${toTypeParameters(signature, context)}
  </div>`;
}

/** The line of a function in the language. Its white space is shown as it is. */
function toSignatureLine(signature: SignatureReflection, context: Context): Html {
  const line = JSX.renderElement(context.memberSignatureTitle(signature));
  return raw(`<div class="tsd-signature" id="${context.getAnchor(signature)}">${line}</div>`);
}

/** A function: what it does before its types, because that is what readers look for. */
export function toSignatures({ signatures = [] }: DeclarationReflection, context: Context): Html[] {
  return signatures.map(
    (signature) =>
      html`${toPurpose(signature, context)} ${toSignatureLine(signature, context)}
      ${toSignatureBody(signature, context)}`,
  );
}

import type { CursorSeal } from "./cursor.ts";
import { located, type Path } from "./located.ts";

/** What a statement's parameters are taken from when it runs. */
export interface ReadEnvironment {
  bureauId: string;
  accountId: string | null;
  /** The session or token that the caller came with. */
  viaId?: string;
  locale?: string;
  now: string;
  /** The units over which the caller has one of the roles that the key names. */
  scope: (key: string) => readonly string[];
  /** The coerced arguments of each field that has some, by the number the compiler gave it. */
  args: readonly Record<string, unknown>[];
  /** Opens the cursors among the arguments; there where the statement holds cursors. */
  cursors?: CursorSeal;
  /** The rows a command wrote, when its payload is read. */
  ids?: readonly string[];
}

/** A value bound when the statement runs; never text of the statement. */
export interface Parameter {
  kind: "parameter";
  key: string;
  /** The variable that it is, where one is given as it stands: what is asked with the same one is asked the same. */
  origin?: string;
  type: string;
  value: (environment: ReadEnvironment) => unknown;
  /** Of the field whose argument it is. */
  path?: Path;
}

/** SQL text with its parameters in place, not yet numbered. */
export interface Fragment {
  kind: "fragment";
  parts: readonly (string | Parameter)[];
}

export type Piece = Fragment | Parameter;

export function sql(strings: TemplateStringsArray, ...pieces: Piece[]): Fragment {
  const parts: (string | Parameter)[] = [];
  strings.forEach((text, index) => {
    parts.push(text);
    const piece = pieces[index];
    if (piece) append(parts, piece);
  });
  return { kind: "fragment", parts };
}

export const raw = (text: string): Fragment => ({ kind: "fragment", parts: [text] });

export const identifier = (name: string): Fragment =>
  raw(/^[a-z_][a-z0-9_]*$/.test(name) ? name : `"${name.replaceAll('"', '""')}"`);

export const literal = (text: string): Fragment => raw(`'${text.replaceAll("'", "''")}'`);

export function join(pieces: readonly Piece[], separator: string): Fragment {
  const parts: (string | Parameter)[] = [];
  pieces.forEach((piece, index) => {
    if (index > 0) parts.push(separator);
    append(parts, piece);
  });
  return { kind: "fragment", parts };
}

export const parameter = (key: string, type: string, value: Parameter["value"]): Parameter => ({
  kind: "parameter",
  key,
  type,
  value,
});

export interface Statement {
  text: string;
  /** In the order of their numbers. */
  parameters: readonly Parameter[];
  bind: (environment: ReadEnvironment) => unknown[];
}

/** Numbers the parameters; the same key is sent once, as its type or as text. */
export function toStatement(fragment: Fragment, how: "typed" | "texts" = "typed"): Statement {
  const parameters: Parameter[] = [];
  const numbers = new Map<string, number>();
  const text = fragment.parts.map((part) => {
    if (typeof part === "string") return part;
    let number = numbers.get(part.key);
    if (number === undefined) {
      number = parameters.push(part);
      numbers.set(part.key, number);
    }
    return how === "typed" ? `$${number}::${part.type}` : `$${number}::text::${part.type}`;
  });
  return {
    text: text.join(""),
    parameters,
    bind: (environment) => parameters.map((each) => valueOf(each, environment)),
  };
}

function valueOf({ value, path }: Parameter, environment: ReadEnvironment): unknown {
  try {
    return value(environment);
  } catch (error) {
    throw located(error, path);
  }
}

function append(parts: (string | Parameter)[], piece: Piece) {
  if (piece.kind === "parameter") parts.push(piece);
  else parts.push(...piece.parts);
}

import { Invalid } from "#kernel/errors";
import { asLine } from "#kernel/written";
import type { Part, ShownColumn } from "./column-parts.ts";
import type { Shown } from "./read-shown.ts";

const most = { columns: 60, text: 200, said: 2_000, ids: 2_000, words: 500, parts: 8, deep: 3 };

type Given = Readonly<Record<string, unknown>>;

/** Reads what a screen says of its list: its name, its columns, and what it asks. */
export function readShownExport(given: Given): Shown {
  const { caption, columns, variables, ids = null } = given;
  if (!isText(caption) || !isRecord(variables)) return refuse("variables");
  if (!Array.isArray(columns) || columns.length === 0 || columns.length > most.columns)
    throw new Invalid([{ path: ["columns"], code: "EXPORT_COLUMNS", params: { most: most.columns } }]);
  return {
    caption: asLine(caption),
    said: readSaid(given),
    columns: columns.map(readColumn),
    variables,
    ids: readIds(ids),
  };
}

/** What a list is filtered by, as the screen says it. */
export function readSaid({ said = null }: Given): string | null {
  if (said === null) return null;
  return isTextUpTo(most.said, said) ? asLine(said) : refuse("said");
}

/** What of a row is asked for besides its columns. */
export const readPartOfShown = (given: unknown): Part | undefined =>
  given === undefined ? undefined : readPart(given, 1);

function readIds(given: unknown): readonly string[] | null {
  if (given === null) return null;
  return Array.isArray(given) && given.length <= most.ids && given.every(isText) ? given : refuse("ids");
}

function readColumn(given: unknown): ShownColumn {
  if (!isRecord(given) || !isText(given["title"])) return refuse("columns");
  return { title: asLine(given["title"]), parts: readParts(given["parts"], 1) };
}

function readParts(given: unknown, depth: number): Part[] {
  if (!Array.isArray(given) || given.length > most.parts || depth > most.deep) return refuse("columns");
  return given.map((each) => readPart(each, depth));
}

function readPart(given: unknown, depth: number): Part {
  if (isText(given)) return { path: given };
  if (!isRecord(given) || !isText(given["path"])) return refuse("columns");
  const { path, words, parts } = given;
  return {
    path,
    ...(words !== undefined && { words: readWords(words) }),
    ...(parts !== undefined && { parts: readParts(parts, depth + 1) }),
  };
}

function readWords(given: unknown): Record<string, string> {
  const isSound =
    isRecord(given) && Object.keys(given).length <= most.words && Object.values(given).every(isTextOrNothing);
  return isSound ? (given as Record<string, string>) : refuse("columns");
}

const isText = (value: unknown): value is string => isTextOrNothing(value) && value !== "";
const isTextOrNothing = (value: unknown): value is string => isTextUpTo(most.text, value);
const isTextUpTo = (length: number, value: unknown): value is string =>
  typeof value === "string" && value.length <= length;
const isRecord = (value: unknown): value is Given =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function refuse(path: string): never {
  throw new Invalid([{ path: [path], code: "EXPORT_VARIABLES" }]);
}

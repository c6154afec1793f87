import { type GraphQLNamedType, isLeafType } from "graphql";
import { Invalid } from "#kernel/errors";
import { fieldUnder, type ListedDocument, type Place } from "./listed-document.ts";

/**
 * What of a row stands in a cell: the value at a path of the answer (`unit.name`, `seats[duty=MEDIATOR].holder`), in words where the
 * screen has words for it: "" for what is not there, "*" for whatever has none of its own, with {} in place of it. Of objects, parts of each.
 */
export interface Part {
  path: string;
  words?: Readonly<Record<string, string>>;
  parts?: readonly Part[];
}

/** A column as the screen shows it: its heading, and what stands in its cells. */
export interface ShownColumn {
  title: string;
  parts: readonly Part[];
}

interface Step {
  key: string;
  /** Of the objects there, only those with this value. */
  only: { key: string; is: string } | undefined;
}

/** A part that the document holds. */
export interface KnownPart {
  steps: readonly Step[];
  words: Readonly<Record<string, string>>;
  /** Of a value; of objects null. */
  type: GraphQLNamedType | null;
  parts: readonly KnownPart[];
}

const stepForm = /^(\w+)(?:\[(\w+)=(\w+)\])?$/;

/** Finds the parts of a column in the document, by which their values are of types; what is not asked for there is no column. */
export const knownParts = (document: ListedDocument, { title, parts }: ShownColumn): KnownPart[] =>
  parts.map((part) => knownPart(document, document.rows, part) ?? unknownColumn(title));

function knownPart(
  document: ListedDocument,
  from: Place,
  { path, words = {}, parts = [] }: Part,
): KnownPart | undefined {
  const steps = stepsOf(path);
  let place: Place = from;
  for (const [index, { key, only }] of (steps ?? []).entries()) {
    const field = fieldUnder(document, place, key);
    if (!field) return undefined;
    const isLast = index === steps!.length - 1;
    if (isLeafType(field.type))
      return isLast && parts.length === 0 && !only ? { steps: steps!, words, type: field.type, parts: [] } : undefined;
    place = { type: field.type as Place["type"], sets: field.sets };
    if (only && !fieldUnder(document, place, only.key)) return undefined;
  }
  const below = parts.map((part) => knownPart(document, place, part));
  if (!steps || below.length === 0 || below.includes(undefined)) return undefined;
  return { steps, words, type: null, parts: below as KnownPart[] };
}

function stepsOf(path: string): Step[] | undefined {
  const steps = path.split(".").map((step) => stepForm.exec(step));
  if (steps.includes(null)) return undefined;
  return steps.map((step) => {
    const [, key = "", only, is = ""] = step!;
    return { key, only: only === undefined ? undefined : { key: only, is } };
  });
}

function unknownColumn(title: string): never {
  throw new Invalid([{ path: ["columns"], code: "EXPORT_COLUMN", params: { title } }]);
}

import { asCode, asLine, asName, asProse, asSearched } from "./written.ts";

/** How each kind of text is read. Secrets, and what programs made, are taken as they are. */
export const readings = {
  name: asName,
  code: asCode,
  line: asLine,
  prose: asProse,
  search: asSearched,
  verbatim: (text: string) => text,
} as const;

export type TextKind = keyof typeof readings;

const namesOf: Readonly<Record<TextKind, readonly string[]>> = {
  name: ["name", "displayName", "countyName", "townshipName", "concurrentPost", "written", "means"],
  code: ["badge", "code", "gridCode", "parentCode", "phone"],
  line: ["codeScheme", "field", "action", "entityType"],
  prose: ["reason"],
  search: ["search", "actor"],
  verbatim: ["idempotencyKey", "password", "currentPassword", "newPassword", "hash", "after", "before"],
};

const kinds = new Map(
  Object.entries(namesOf).flatMap(([kind, names]) => names.map((name) => [name, kind as TextKind] as const)),
);

/** What an argument or a field of an input holds, by its name; undefined for one that is yet to be said. */
export const textKindOf = (name: string): TextKind | undefined => kinds.get(name);

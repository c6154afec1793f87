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

/** Names of arguments and inputs' fields, by what they hold. */
export type TextNames = Readonly<Partial<Record<TextKind, readonly string[]>>>;

const kinds = new Map<string, TextKind>();

/** Says what texts of these names hold. A name holds the same everywhere. */
export function nameTexts(names: TextNames) {
  for (const kind of Object.keys(names) as TextKind[])
    for (const name of names[kind] ?? []) {
      if ((kinds.get(name) ?? kind) !== kind) throw new Error(`${name} is a ${kinds.get(name)}, and no ${kind} too.`);
      kinds.set(name, kind);
    }
}

nameTexts({
  name: ["name"],
  code: ["code"],
  prose: ["reason"],
  search: ["search"],
  verbatim: ["idempotencyKey", "after", "before"],
});

/** What an argument or a field of an input holds, by its name; undefined for one that is yet to be said. */
export const textKindOf = (name: string): TextKind | undefined => kinds.get(name);

import type { GraphQLNamedType } from "graphql";
import { type Locale, message } from "#kernel/messages";
import { plainCell, type SheetCell } from "#modules/imports";
import type { KnownPart } from "./column-parts.ts";

type Row = Readonly<Record<string, unknown>>;

interface HowSaid {
  locale: Locale;
  /** Between several values. */
  mark: string;
}

/** What stands in the cell of a row: one value as what it is, several as text. */
export function cellOf(parts: readonly KnownPart[], row: Row, said: HowSaid): SheetCell {
  const [part] = parts;
  if (parts.length === 1 && part!.type !== null) {
    const values = valuesAt(part!, row);
    if (values.length <= 1) return cellOfValue(part!, part!.type, values[0] ?? null, said.locale);
  }
  const texts = parts.map((each) => textOf(each, row, said)).filter((text) => text !== "");
  return texts.length > 0 ? texts.join(" · ") : null;
}

function textOf(part: KnownPart, row: Row, said: HowSaid): string {
  const { type, parts, words } = part;
  const values = valuesAt(part, row);
  if (values.length === 0) return words[""] ?? "";
  const texts = values.map((value) =>
    type === null
      ? parts
          .map((each) => textOf(each, value as Row, said))
          .filter((text) => text !== "")
          .join(" ")
      : plainCell(cellOfValue(part, type, value, said.locale)),
  );
  return texts.filter((text) => text !== "").join(said.mark);
}

/** Those that are there; lists on the way are gone through. */
function valuesAt({ steps }: KnownPart, row: Row): unknown[] {
  let values: unknown[] = [row];
  for (const { key, only } of steps) {
    values = values
      .flatMap((value) => (value as Row)[key])
      .filter((value) => value !== null && value !== undefined)
      .filter((value) => !only || String((value as Row)[only.key]) === only.is);
  }
  return values;
}

function cellOfValue({ words }: KnownPart, type: GraphQLNamedType, value: unknown, locale: Locale): SheetCell {
  if (value === null) return words[""] ?? null;
  if (type.name === "JSON") return jsonText(value, words, locale);
  const plain = plainValue(type, value, locale);
  const word = words[String(value)] ?? words["*"]?.replace("{}", () => plainCell(plain));
  return word ?? plain;
}

function plainValue(type: GraphQLNamedType, value: unknown, locale: Locale): SheetCell {
  switch (type.name) {
    case "Int":
    case "Float":
      return value as number;
    case "LocalDate":
      return { day: String(value) };
    case "DateTime":
      return { minute: String(value) };
    case "Boolean":
      return message(locale, value === true ? "EXPORT_YES" : "EXPORT_NO");
    default:
      return String(value);
  }
}

function jsonText(value: unknown, words: Readonly<Record<string, string>>, locale: Locale): string {
  if (typeof value !== "object" || value === null) return String(value);
  return Object.entries(value)
    .map(([key, each]) => `${words[key] ?? key} ${typeof each === "object" ? JSON.stringify(each) : String(each)}`)
    .join(message(locale, "EXPORT_CLAUSE_MARK"));
}

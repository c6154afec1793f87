import type { MatterCategoryFieldsFragment } from "@maple-bridge/schema/documents";
import { oneOf } from "../../lib/url-state.ts";
import { matterKinds } from "../../ui/work/work-glossary.ts";

type Category = MatterCategoryFieldsFragment;

/** The same in all revisions of a category. */
export const keyOf = ({ kind, code }: Pick<Category, "kind" | "code">) => `${kind}.${code}`;

export const kindIn = (key: string | undefined) => oneOf(key?.split(".")[0], matterKinds);

/** Of each category its last revision, by kind and place. */
export function lastRevisions(revisions: readonly Category[]): Category[] {
  const last = new Map<string, Category>();
  for (const each of revisions) if (each.revision > (last.get(keyOf(each))?.revision ?? 0)) last.set(keyOf(each), each);
  return [...last.values()].sort((a, b) => placeOf(a) - placeOf(b) || (a.code < b.code ? -1 : 1));
}

const placeOf = ({ kind, position }: Category) => matterKinds.indexOf(kind) * 1_000 + position;

export const isFound = ({ code, name, intakeClass }: Category, sought: string) =>
  [code, name, intakeClass ?? ""].some((text) => text.toLowerCase().includes(sought.trim().toLowerCase()));

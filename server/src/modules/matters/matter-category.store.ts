import { matterCategories } from "@maple-bridge/drizzle/tables";
import { insertNow, type Transaction, update } from "#kernel/command";
import { type FieldFault, NotFound } from "#kernel/errors";
import { isId, newId } from "#kernel/ids";
import { initialsOf } from "#kernel/pinyin";
import type { MatterKind } from "./matter.enums.ts";

export interface CategoryDraft {
  kind: MatterKind;
  code: string;
  name: string;
  intakeClass: string | null;
  position: number;
}

export interface CategoryRow extends CategoryDraft {
  id: string;
  revision: number;
  endsAt: Date | null;
  version: number;
}

/** All of the bureau's, the latest revision of each last; whoever changes them waits for the one before. */
export async function lockCategories({ sql, bureauId }: Transaction): Promise<CategoryRow[]> {
  await sql`select from bureaus where bureau_id = ${bureauId} for no key update`;
  return sql<CategoryRow[]>`
    select id, kind, code, revision, name, intake_class, position, ends_at, version from matter_categories
    where bureau_id = ${bureauId} order by kind, code, revision`;
}

export async function categoryWith(
  { sql, bureauId }: Transaction,
  id: string,
  path: FieldFault["path"],
): Promise<Pick<CategoryRow, "id" | "kind" | "name" | "endsAt">> {
  const [category] = isId(id)
    ? await sql<Pick<CategoryRow, "id" | "kind" | "name" | "endsAt">[]>`
        select id, kind, name, ends_at from matter_categories where bureau_id = ${bureauId} and id = ${id}`
    : [];
  if (!category) throw new NotFound([{ path, code: "NOT_FOUND" }]);
  return category;
}

export const endCategory = (tx: Transaction, id: string) => update(tx, matterCategories, id, { endsAt: tx.now });

export async function insertCategory(tx: Transaction, draft: CategoryDraft, revision: number): Promise<string> {
  const id = newId(tx.now.getTime());
  const startsAt = tx.now.toISOString();
  await insertNow(tx, matterCategories, [{ id, ...draft, nameInitials: initialsOf(draft.name), revision, startsAt }]);
  return id;
}

/** Under which category of the kind something is registered: that of the code, else the last in the list of those in force. */
export async function categoryFor(
  { sql, bureauId }: Transaction,
  kind: MatterKind,
  code: string | null,
): Promise<string | undefined> {
  const [category] = await sql<{ id: string }[]>`
    select id from matter_categories where bureau_id = ${bureauId} and kind = ${kind}
    order by ends_at is null desc, code is not distinct from ${code}::text desc, position desc, revision desc limit 1`;
  return category?.id;
}

import type { Transaction } from "#kernel/command";
import type { Deed } from "#kernel/record";
import { type CategoryDraft, type CategoryRow, endCategory, insertCategory } from "./matter-category.store.ts";

const shown = ({ kind, code, name, intakeClass, position }: CategoryDraft) => ({
  kind,
  code,
  name,
  intakeClass,
  position,
});

const isSame = (a: CategoryDraft, b: CategoryDraft) => JSON.stringify(shown(a)) === JSON.stringify(shown(b));

/** The draft is in force from now on: the revision that says the same already, or a new one. */
export async function putInForce(
  tx: Transaction,
  categories: readonly CategoryRow[],
  draft: CategoryDraft,
): Promise<{ id: string; deeds: Deed[] }> {
  const last = categories.findLast(({ kind, code }) => kind === draft.kind && code === draft.code);
  const current = last?.endsAt === null ? last : undefined;
  if (current && isSame(current, draft)) return { id: current.id, deeds: [] };
  if (current) await endCategory(tx, current.id);
  const id = await insertCategory(tx, draft, (last?.revision ?? 0) + 1);
  const deed = {
    action: "matterCategory.set",
    entity: { type: "MatterCategory", id },
    before: current ? shown(current) : null,
    after: shown(draft),
  };
  return { id, deeds: [deed] };
}

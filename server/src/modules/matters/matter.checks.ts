import type { Transaction } from "#kernel/command";
import { Conflict, type FieldFault, Invalid } from "#kernel/errors";
import { checkText } from "#kernel/text";
import type { MatterKind } from "./matter.enums.ts";
import { categoryWith } from "./matter-category.store.ts";

/** The category is one of the kind and in force. */
export async function checkCategory(tx: Transaction, id: string, kind: MatterKind) {
  const path = ["input", "categoryId"];
  const category = await categoryWith(tx, id, path);
  const params = { name: category.name };
  if (category.kind !== kind) throw new Invalid([{ path, code: "MATTER_CATEGORY_KIND", params }]);
  if (category.endsAt !== null) throw new Conflict([{ path, code: "MATTER_CATEGORY_ENDED", params }]);
}

export const checkTitle = (faults: FieldFault[], title: string | null | undefined) =>
  checkText(faults, ["input", "title"], title, { required: true, most: 100 });

export const checkDescription = (faults: FieldFault[], description: string | null | undefined) =>
  checkText(faults, ["input", "description"], description, { most: 2000 });

export const checkAddress = (faults: FieldFault[], address: string | null | undefined) =>
  checkText(faults, ["input", "address"], address, { most: 200 });

export function checkHappened(faults: FieldFault[], at: Date, now: Date) {
  if (at > now) faults.push({ path: ["input", "happenedAt"], code: "LIES_AHEAD" });
  return at;
}

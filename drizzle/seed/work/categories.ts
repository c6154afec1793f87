import type { Draft } from "../draft.ts";
import { later } from "../log/office-hours.ts";
import type { Category, MatterKind } from "./rows.ts";

export type CategoryDraft = Pick<Category, "kind" | "code" | "name" | "intakeClass" | "position">;

/** Beside the presets. */
export const ownCategories: Readonly<Record<string, readonly CategoryDraft[]>> = {
  "140802": [{ kind: "SERVICE", code: "CONSULTATION", name: "咨询", intakeClass: "咨询", position: 21 }],
};

/** The server's presets, set one after another before there was work; one begins where the places in a list do not go on. */
export function categoriesOf({ newId, initialsOf, categories, code }: Draft, since: Date): Category[] {
  let at = since;
  const all = [...categories, ...(ownCategories[code] ?? [])];
  return all.map((draft, index) => {
    const before = all[index - 1];
    if (before?.kind !== draft.kind || before.position + 1 !== draft.position) at = later(at, 1);
    const version = { id: newId(at.getTime()), nameInitials: initialsOf(draft.name), revision: 1, startsAt: at };
    return Object.assign({ endsAt: null, version: 1, createdAt: at }, draft, version);
  });
}

export function categoryOf(categories: readonly Category[], kind: MatterKind, code: string): Category {
  const found = categories.find((each) => each.kind === kind && each.code === code);
  if (!found) throw new Error(`no category ${code} of ${kind}`);
  return found;
}

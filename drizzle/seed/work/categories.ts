import type { Draft } from "../draft.ts";
import { later } from "../log/office-hours.ts";
import type { Category, MatterKind } from "./rows.ts";

export type CategoryDraft = Pick<Category, "kind" | "code" | "name" | "intakeClass" | "position">;

/** The server's presets, set one after another before there was work; one begins where the places in a list do not go on. */
export function categoriesOf({ newId, initialsOf, categories }: Draft, since: Date): Category[] {
  let at = since;
  return categories.map((draft, index) => {
    const before = categories[index - 1];
    if (before?.kind !== draft.kind || before.position + 1 !== draft.position) at = later(at, 1);
    const version = { id: newId(at.getTime()), nameInitials: initialsOf(draft.name), revision: 1, startsAt: at };
    return { ...draft, ...version, endsAt: null, version: 1, createdAt: at };
  });
}

export function categoryOf(categories: readonly Category[], kind: MatterKind, code: string): Category {
  const found = categories.find((each) => each.kind === kind && each.code === code);
  if (!found) throw new Error(`no category ${code} of ${kind}`);
  return found;
}

import type { Transaction } from "#kernel/command";
import { initialsOf } from "#kernel/pinyin";
import { record } from "#kernel/record";
import { insertDraft, insertTemplate } from "./checklist.store.ts";
import { checkedContent, type Item } from "./content.rules.ts";
import { authorizeOver, shown } from "./drafting.ts";

/** A checklist that was kept elsewhere until now: what it asks, and no more. */
export interface BroughtChecklist {
  code: string;
  name: string;
  stationId: string | null;
  items: Pick<Item, "code" | "wording" | "evidence" | "isRequired" | "choices">[];
}

/** Each comes in as a draft: when it is owed, and by whom, is said before it is published. Gives them. */
export async function bringChecklistsIn(tx: Transaction, brought: readonly BroughtChecklist[], reason: string) {
  const made: { id: string }[] = [];
  for (const { items, ...template } of brought) {
    authorizeOver(tx, template.stationId);
    const content = checkedContent([], {
      items: items.map((item) => Object.assign({}, item, { choices: item.choices ?? undefined })),
    });
    const id = await insertTemplate(tx, { ...template, nameInitials: initialsOf(template.name) });
    await insertDraft(tx, id, 1, content);
    await record(tx, {
      action: "checklist.draft",
      entity: { type: "ChecklistTemplate", id },
      after: { ...template, number: 1, ...shown(content) },
      reason,
    });
    made.push({ id });
  }
  return made;
}

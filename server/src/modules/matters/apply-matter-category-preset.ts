import { authorizeBureau, inTransaction } from "#kernel/command";
import type { Context } from "#kernel/context";
import { record } from "#kernel/record";
import { putInForce } from "./category-draft.ts";
import { categoriesOf } from "./category-presets.ts";
import { lockCategories } from "./matter-category.store.ts";
import type { ApplyMatterCategoryPresetInput } from "./matter.inputs.ts";
import { mayManageMatterCategories } from "./matter.policy.ts";

export function applyMatterCategoryPreset(ctx: Context, input: ApplyMatterCategoryPresetInput) {
  return inTransaction(ctx, "applyMatterCategoryPreset", input, async (tx) => {
    const categories = await lockCategories(tx);
    authorizeBureau(tx.actor, mayManageMatterCategories);
    const ids: string[] = [];
    for (const draft of categoriesOf(input.preset)) {
      const { id, deeds } = await putInForce(tx, categories, draft);
      await record(tx, ...deeds);
      ids.push(id);
    }
    return { ids };
  });
}

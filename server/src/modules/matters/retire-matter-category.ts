import { authorizeBureau, inTransaction } from "#kernel/command";
import { assertVersion } from "#kernel/command-input";
import type { Context } from "#kernel/context";
import { Conflict, NotFound } from "#kernel/errors";
import { record } from "#kernel/record";
import { endCategory, lockCategories } from "./matter-category.store.ts";
import type { RetireMatterCategoryInput } from "./matter.inputs.ts";
import { mayManageMatterCategories } from "./matter.policy.ts";

export function retireMatterCategory(ctx: Context, input: RetireMatterCategoryInput) {
  return inTransaction(ctx, "retireMatterCategory", input, async (tx) => {
    const category = (await lockCategories(tx)).find(({ id }) => id === input.id);
    const path = ["input", "id"];
    if (!category) throw new NotFound([{ path, code: "NOT_FOUND" }]);
    authorizeBureau(tx.actor, mayManageMatterCategories);
    if (category.endsAt !== null)
      throw new Conflict([{ path, code: "MATTER_CATEGORY_ENDED", params: { name: category.name } }]);
    assertVersion(category, input);
    await endCategory(tx, category.id);
    const { kind, code, name } = category;
    await record(tx, {
      action: "matterCategory.retire",
      entity: { type: "MatterCategory", id: category.id },
      before: { kind, code, name, endsAt: null },
      after: { endsAt: tx.now.toISOString() },
    });
    return { id: category.id };
  });
}

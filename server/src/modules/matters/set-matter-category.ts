import { authorizeBureau, inTransaction } from "#kernel/command";
import type { Context } from "#kernel/context";
import type { FieldFault } from "#kernel/errors";
import { assertValid } from "#kernel/faults";
import { record } from "#kernel/record";
import { checkCode, checkText } from "#kernel/text";
import { putInForce } from "./category-draft.ts";
import { lockCategories } from "./matter-category.store.ts";
import type { SetMatterCategoryInput } from "./matter.inputs.ts";
import { mayManageMatterCategories } from "./matter.policy.ts";

const codeShape = /^[A-Z0-9_-]{1,30}$/;
const mostPosition = 999;

export function setMatterCategory(ctx: Context, input: SetMatterCategoryInput) {
  return inTransaction(ctx, "setMatterCategory", input, async (tx) => {
    const categories = await lockCategories(tx);
    authorizeBureau(tx.actor, mayManageMatterCategories);
    const { kind, code } = input;
    const faults: FieldFault[] = [];
    if (!codeShape.test(code)) faults.push({ path: ["input", "code"], code: "MATTER_CATEGORY_CODE" });
    checkCode(faults, ["input", "code"], code);
    const name = checkText(faults, ["input", "name"], input.name, { required: true, most: 30 })!;
    const intakeClass = checkText(faults, ["input", "intakeClass"], input.intakeClass, { most: 30 });
    const ofKind = categories.filter((each) => each.kind === kind && each.endsAt === null);
    const own = ofKind.find((each) => each.code === code);
    const last = Math.max(0, ...ofKind.map(({ position }) => position));
    const position = input.position ?? own?.position ?? Math.min(last + 1, mostPosition);
    if (position < 0 || position > mostPosition)
      faults.push({ path: ["input", "position"], code: "OUT_OF_RANGE", params: { least: 0, most: mostPosition } });
    assertValid(faults);
    const { id, deeds } = await putInForce(tx, categories, { kind, code, name, intakeClass, position });
    await record(tx, ...deeds);
    return { id };
  });
}

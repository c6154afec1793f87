import type { Transaction } from "#kernel/command";
import type { Context } from "#kernel/context";
import { Conflict, Forbidden } from "#kernel/errors";
import { handOver } from "#kernel/handed";
import { record } from "#kernel/record";
import type { OpenPhoneInput } from "./member.inputs.ts";
import { masked } from "./member.rules.ts";
import { isCalledByActor, lockMember } from "./member.store.ts";

/** Each opening is on record, with who and when; a repetition under the same key is told nothing. */
export const openPhone = (ctx: Context, input: OpenPhoneInput) =>
  handOver(ctx, "openPhone", input, async (tx) => {
    const path = ["input", "id"];
    const { id, phone } = await lockMember(tx, input.id, path);
    await authorizeCall(tx, id);
    if (phone === null) throw new Conflict([{ path, code: "MEMBER_WITHOUT_PHONE" }]);
    await record(tx, { action: "member.openPhone", entity: { type: "Member", id }, after: masked({ phone }) });
    return { id, secret: phone };
  });

async function authorizeCall(tx: Transaction, id: string) {
  if (!(await isCalledByActor(tx, id))) throw new Forbidden();
}

import { inTransaction } from "#kernel/command";
import type { Context } from "#kernel/context";
import { Conflict } from "#kernel/errors";
import { assertValid } from "#kernel/faults";
import { newId } from "#kernel/ids";
import { addressOf } from "#modules/work";
import { lockMatter } from "#modules/matters";
import { addressed, issueOrders } from "./order-draft.ts";
import type { IssueOrderInput } from "./order.inputs.ts";
import { rangeFaults } from "./order.rules.ts";

const mostOrders = 100;

export function issueOrder(ctx: Context, input: IssueOrderInput) {
  return inTransaction(ctx, "issueOrder", input, {
    async load(tx) {
      assertValid(rangeFaults(["input", "to"], input.to.length, 1, mostOrders));
      return Promise.all([
        lockMatter(tx, input.matterId, ["input", "matterId"]),
        Promise.all(input.to.map((to, index) => addressOf(tx, to, ["input", "to", index]))),
      ]);
    },
    async act(tx, [matter, to]) {
      if (matter.outcome !== null)
        throw new Conflict([
          { path: ["input", "matterId"], code: "ORDER_MATTER_ENDED", params: { number: matter.number } },
        ]);
      const { orderKind } = input;
      const seats = to.map((address, index) => addressed(tx, orderKind, address, ["input", "to", index], matter));
      const issued = await issueOrders(tx, input, seats, { matter, batchId: to.length > 1 ? newId() : null });
      return { ids: issued.map(({ id }) => id) };
    },
  });
}

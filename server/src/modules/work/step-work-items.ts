import { answerEach, faultsOfMany } from "#kernel/answer-each";
import { inTransaction, type Transaction } from "#kernel/command";
import type { Context } from "#kernel/context";
import { type FieldFault, Invalid } from "#kernel/errors";
import { type BulkItemInput, type BulkStep, type StepAnswer, type StepWorkItemsInput } from "./bulk.types.ts";
import { cancelled, closed, resumed, returned } from "./effects.ts";
import { readdressed } from "./readdress.ts";
import { type Asked, type EffectOf, stepOne } from "./step-work.ts";
import { lockWork } from "./hold-work.store.ts";

type BulkAsked = Asked & Pick<StepWorkItemsInput, "to">;

const effects: Readonly<Record<BulkStep, EffectOf<BulkAsked>>> = {
  URGE: () => ({}),
  READDRESS: ({ input, ...stepping }) => readdressed({ ...stepping, input: { ...input, to: input.to! } }),
  CLOSE: ({ tx, held }) => closed(tx, held),
  RETURN: ({ tx, held }) => returned(tx, held),
  CANCEL: ({ tx, held }) => cancelled(tx, held),
  RESUME: ({ tx, held }) => resumed(tx, held),
};

const assessing: ReadonlySet<BulkStep> = new Set(["CLOSE", "RETURN"]);

export async function stepWorkItems(ctx: Context, input: StepWorkItemsInput): Promise<StepAnswer[]> {
  assertWhole(input);
  const { items: rows, mode } = input;
  const { answers } = await inTransaction(ctx, "stepWorkItems", input, async (tx) => {
    const answered = await answerEach(tx, { rows, mode, path: ["input", "items"] }, (item, path) =>
      stepItem(tx, input, item, path),
    );
    return {
      answers: answered.map(({ fault, id, number, isDone, refusal, message }) => ({
        id,
        number: number ?? numberIn(fault),
        isDone,
        refusal,
        message,
      })),
    };
  });
  return answers;
}

const numberIn = (fault: FieldFault | undefined) => {
  const number = fault?.params?.["number"];
  return number === undefined ? null : String(number);
};

function assertWhole({ items, step, to }: StepWorkItemsInput) {
  const faults = faultsOfMany(items, ["input", "items"]);
  if (step === "READDRESS" && !to) faults.push({ path: ["input", "to"], code: "REQUIRED" });
  if (step !== "READDRESS" && to) faults.push({ path: ["input", "to"], code: "WORK_TO_NOT_TAKEN" });
  for (const [index, { expectedVersion }] of items.entries())
    if (assessing.has(step) && typeof expectedVersion !== "number")
      faults.push({ path: ["input", "items", index, "expectedVersion"], code: "REQUIRED" });
  if (faults.length > 0) throw new Invalid(faults);
}

async function stepItem(
  tx: Transaction,
  { step, to, reason, idempotencyKey }: StepWorkItemsInput,
  { id, expectedVersion }: BulkItemInput,
  path: FieldFault["path"],
): Promise<{ number: string }> {
  const asked = { id, to, reason, idempotencyKey, ...(typeof expectedVersion === "number" && { expectedVersion }) };
  const held = await lockWork(tx, id, [...path, "id"], [step]);
  const { after } = await stepOne(tx, held, step, asked, effects[step], path);
  return { number: after.number };
}

import { inTransaction, type Transaction } from "#kernel/command";
import type { Context } from "#kernel/context";
import { type FieldFault, Invalid, Refusal } from "#kernel/errors";
import { message } from "#kernel/messages";
import { type BulkItemInput, type BulkStep, type StepAnswer, type StepWorkItemsInput } from "./bulk.types.ts";
import { cancelled, closed, resumed, returned } from "./effects.ts";
import { readdressed } from "./readdress.ts";
import { type Asked, type EffectOf, stepOne } from "./step-work.ts";
import { lockWork } from "./hold-work.store.ts";

const mostItems = 100;

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
  const { answers } = await inTransaction(ctx, "stepWorkItems", input, async (tx) => {
    const given: StepAnswer[] = [];
    // In the order of their ids, so that two of these never wait for each other in a ring.
    const inTurn = input.items
      .map((item, index) => ({ item, index }))
      .toSorted((a, b) => (a.item.id < b.item.id ? -1 : 1));
    for (const { item, index } of inTurn) given[index] = await answerTo(tx, input, item, index);
    return { answers: given };
  });
  return answers;
}

function assertWhole({ items, step, to }: StepWorkItemsInput) {
  const faults: FieldFault[] = [];
  if (items.length < 1 || items.length > mostItems)
    faults.push({ path: ["input", "items"], code: "OUT_OF_RANGE", params: { least: 1, most: mostItems } });
  if (new Set(items.map(({ id }) => id)).size < items.length)
    faults.push({ path: ["input", "items"], code: "WORK_NAMED_TWICE" });
  if (step === "READDRESS" && !to) faults.push({ path: ["input", "to"], code: "REQUIRED" });
  if (step !== "READDRESS" && to) faults.push({ path: ["input", "to"], code: "WORK_TO_NOT_TAKEN" });
  for (const [index, { expectedVersion }] of items.entries())
    if (assessing.has(step) && typeof expectedVersion !== "number")
      faults.push({ path: ["input", "items", index, "expectedVersion"], code: "REQUIRED" });
  if (faults.length > 0) throw new Invalid(faults);
}

async function answerTo(
  tx: Transaction,
  input: StepWorkItemsInput,
  item: BulkItemInput,
  index: number,
): Promise<StepAnswer> {
  const { step, mode, to, reason, idempotencyKey } = input;
  const { id, expectedVersion } = item;
  const asked = { id, to, reason, idempotencyKey, ...(typeof expectedVersion === "number" && { expectedVersion }) };
  try {
    const path = ["input", "items", index];
    const held = await lockWork(tx, id, [...path, "id"], [step]);
    const { after } = await stepOne(tx, held, step, asked, effects[step], path);
    return { id, number: after.number, isDone: true };
  } catch (error) {
    // A step refuses before it writes, so those that can go on.
    if (!(error instanceof Refusal) || mode === "ALL_OR_NONE") throw error;
    const [fault] = error.faults;
    const code = fault?.code ?? error.detail ?? error.code;
    const number = fault?.params?.["number"];
    return {
      id,
      number: number === undefined ? null : String(number),
      isDone: false,
      refusal: code,
      message: message(tx.ctx.locale, code, fault?.params),
    };
  }
}

import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import type { SignedIn } from "../../support/bureau.ts";
import { act, communityFeedback, itemOf } from "../work/ground.ts";
import { layMatters, type MatterGround, matterOf, openOf, ordered, registered } from "./ground.ts";

let ground: MatterGround;
beforeAll(async () => {
  ground = await layMatters();
});

type Input = Record<string, unknown>;

/** An input for each step that may be told, so that it is taken. */
const inputs: Record<string, (version: number) => Input> = {
  ACCEPT_WORK: () => ({}),
  DECLINE_WORK: () => ({ reason: "不在辖区" }),
  SUBMIT_WORK: () => ({ communityFeedback }),
  WITHDRAW_WORK: () => ({}),
  CLOSE_WORK: (expectedVersion) => ({ expectedVersion }),
  RETURN_WORK: (expectedVersion) => ({ expectedVersion, reason: "补充" }),
  FOLLOW_UP_WORK: (expectedVersion) => ({ expectedVersion, orderKind: "COMMUNITY", to: { gridId: ground.grid.id } }),
  CANCEL_WORK: () => ({ reason: "误派" }),
  REOPEN_WORK: () => ({ reason: "未了" }),
  ASK_FOR_RETURN: () => ({ reason: "漏写一户" }),
  GRANT_RETURN: () => ({}),
  REFUSE_RETURN: () => ({ reason: "不必" }),
  READDRESS_WORK: () => ({ to: { gridId: ground.grid.id, duty: "MEDIATOR" }, reason: "改派" }),
  ESCALATE_WORK: () => ({ reason: "超出能力" }),
  SUSPEND_WORK: () => ({ reason: "等候" }),
  RESUME_WORK: () => ({}),
  HAND_RECEIPT_ON: () => ({ memberId: ground.mediator.memberId }),
  SETTLE_RECEIPT: () => ({ settled: "劝和", outcome: "SETTLED" }),
};

const mutationOf = (told: string) => told.toLowerCase().replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

/** Takes one of the steps that are told to one of those who work here. */
async function takeOne(matterId: string, choice: number) {
  const people: SignedIn[] = [ground.officer, ground.colleague, ground.mediator, ground.dispatcher, ground.chief];
  const { items } = await matterOf(ground.dispatcher, matterId);
  const steps: [SignedIn, string, string, number][] = [];
  for (const { id } of items)
    for (const person of people) {
      const item = await itemOf(person, id, "id version viewerMay");
      for (const told of item?.viewerMay ?? []) if (inputs[told]) steps.push([person, id, told, item.version]);
    }
  const taken = steps[choice % steps.length];
  if (!taken) return "nothing";
  const [person, id, told, version] = taken;
  try {
    await act(person, mutationOf(told), { id, ...inputs[told]!(version) }, "id");
  } catch (error) {
    // Handed on to who has it already, or at the top: no step, and so no harm.
    if (!/MATTER_RECEIVED_BY_THEM|WORK_NO_LEVEL_ABOVE/.test(String(error))) throw error;
  }
  return told;
}

test("an open matter always has open work, whatever steps are taken, and an ended one has none", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(1_000), { minLength: 4, maxLength: 10 }), async (choices) => {
      const matter = await registered(ground);
      await ordered(ground, matter.id);
      const taken: string[] = [];
      for (const choice of choices) {
        taken.push(await takeOne(matter.id, choice));
        const now = await matterOf(ground.dispatcher, matter.id);
        expect([taken, now.state === "OPEN"]).toEqual([taken, openOf(now).length > 0]);
      }
    }),
    { numRuns: 12 },
  );
}, 120_000);

import type { Bureau } from "../../support/bureau.ts";
import { makeMember } from "../grids/ground.ts";
import type { Case } from "./actions-to-try.ts";
import { anyRowIn, makeAccount, node } from "./rows-to-act-on.ts";

/** Between two of the station, with nothing in it. */
export async function makeHandover(bureau: Bureau, stationId: string, row: object = {}) {
  const [giver, taker] = [await makeMember(bureau, stationId), await makeMember(bureau, stationId)];
  return anyRowIn(bureau, "handovers", {
    stationId,
    giverId: giver.id,
    takerId: taker.id,
    begunAt: new Date(),
    begunBy: await makeAccount(bureau),
    beginner: "示例",
    isSignedByGiver: true,
    ...row,
  });
}

export async function ofHandover(bureau: Bureau, stationId: string): Promise<Case> {
  const id = await makeHandover(bureau, stationId);
  return {
    row: node("Handover", id),
    commands: {
      CONFIRM_HANDOVER: ["confirmHandover", { id }],
      DECLINE_HANDOVER: ["declineHandover", { id, reason: "" }],
      WITHDRAW_HANDOVER: ["withdrawHandover", { id, reason: "" }],
    },
  };
}

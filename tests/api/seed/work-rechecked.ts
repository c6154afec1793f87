import { layClosed, october, recheck } from "../rechecks/ground.ts";

/** Closed work is drawn, and checked by whoever was drawn for it, once as it is said to be and once not; gives the bureau. */
export async function recheckWork() {
  const { bureau, chief, stationId, others } = await layClosed(2);
  const { rechecks } = await recheck(chief, "drawRechecks", { stationId, month: october });
  for (const [index, outcome] of (["CONFIRMED", "NOT_CONFIRMED"] as const).entries()) {
    const { item, checker } = rechecks[index];
    const by = others.find(({ memberId }) => memberId === checker.id)!;
    await recheck(by, "recheckWork", { id: item.id, outcome, text: "虚构结果" });
  }
  return bureau;
}

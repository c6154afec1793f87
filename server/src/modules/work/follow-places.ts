import type { Transaction } from "#kernel/command";
import { asClock } from "#kernel/jobs/as-clock";
import { enqueue } from "#kernel/jobs/enqueue";
import type { Job } from "#kernel/jobs/job";
import { holdElsewhere, holdLeftBehind } from "./follow-places.store.ts";
import { goneToUnit } from "./readdress.ts";
import { step } from "./step.ts";

const all = 10_000;
const portion = 20;

/** Open work goes with its grid, to the station that the grid is of today. Gives how much was moved. */
export async function followGrids(tx: Transaction, { gridId }: { gridId: string | null }, most = all): Promise<number> {
  const items = await holdElsewhere(tx, gridId, most);
  for (const { movesTo, ...held } of items) await step(tx, held, "MOVE_STATION", { change: { stationId: movesTo } });
  return items.length;
}

interface Left {
  memberId: string | null;
  reason?: string | null;
}

/** To be accepted anew by whoever claims it, in a time of its own; what it is due by stays. */
export async function handOverFrom(tx: Transaction, { memberId, reason = null }: Left, most = all): Promise<number> {
  const items = await holdLeftBehind(tx, memberId, most);
  for (const held of items) {
    const { unitId, stationId, level } = held.item;
    const to = unitId ? { unitId, level } : { unitId: stationId, level: Math.min(level, 1) };
    await step(tx, held, "HAND_OVER", { ...(await goneToUnit(tx, held, to)), reason });
  }
  return items.length;
}

/** What was planned for today: grids that are another station's from now on, members who are away for good. */
export const followPlaces: Job = {
  name: "work.followPlaces",
  daily: "0:05",
  async run(ctx) {
    const whole = async (work: (tx: Transaction) => Promise<number>) => {
      for (let done = portion; done === portion;) {
        ctx.signal.throwIfAborted();
        done = await asClock(ctx, work);
      }
    };
    await whole((tx) => followGrids(tx, { gridId: null }, portion));
    await whole((tx) => handOverFrom(tx, { memberId: null }, portion));
  },
};

/** Where many grids have changed at once: their work follows in portions, once that is committed. */
export const followSoon = (tx: Transaction) => enqueue(tx, followPlaces);

import { addDays, dayIn } from "../days.ts";
import type { Draft, Unit } from "../draft.ts";
import { committeeKinds, standardsWere } from "../standards.ts";
import { cameFrom, willGoTo } from "./changes.ts";
import { leftSeat } from "./gaps.ts";
import { wasComplex, wasNamed } from "./grounds.ts";
import { addLeavers } from "./leavers.ts";
import { transferNewcomers } from "./newcomers.ts";

interface Teams {
  community: Unit;
  cases: Unit;
}

/** 杏花岭 over the past year: people went to and fro between the teams. */
export function addXinghualingPast(draft: Draft, { community, cases }: Teams): void {
  addLeavers(draft, 0.8);
  transferNewcomers(draft, 0.7, ["OFFICER", "AUXILIARY"], () => [cases]);
  const inCases = draft.members.filter(({ id, unitId }) => unitId === cases.id && !draft.transfers.has(id));
  const moved = draft.pastRandom.shuffled(inCases);
  for (const [index, member] of moved.slice(0, 8).entries())
    cameFrom(draft, member, addDays("2025-12-08", index * 39), community, "充实案件办理力量");
  wasComplex(draft, "胜利桥社区", "2026-04-20", "夜市整治验收合格");
  wasComplex(draft, "沙河堡社区", "2026-09-14", "棚改安置完成");
  wasNamed(draft, "新建北路社区", "2026-02-09", "新建路北社区", "与行政区划名称一致");
  leftSeat(draft, "AUXILIARY", {
    left: "2026-02-28",
    back: "2026-06-01",
    leftBecause: "合同到期",
    backBecause: "重新签订合同",
  });
  standardsWere(draft, committeeKinds, {
    on: "2025-12-15",
    duty: "AUXILIARY",
    range: [1, 2],
    reason: "推行一区一警两辅警",
  });
  willGoTo(draft, moved.at(-1)!, addDays(dayIn(draft.now), 11), community, "补充社区警务力量");
}

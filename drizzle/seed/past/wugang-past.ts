import { addDays, dayIn } from "../days.ts";
import { addUnit, type Draft } from "../draft.ts";
import { gridWas } from "./changes.ts";
import { leftSeat } from "./gaps.ts";
import { cameFromRoom, gridNamed, wasComplex, wasNamed, wasOfStation, willGoToRoom } from "./grounds.ts";
import { addLeavers } from "./leavers.ts";
import { transferNewcomers } from "./newcomers.ts";

/** 舞钢 over the past year. Its seats are all filled again by today. */
export function addWugangPast(draft: Draft): void {
  addLeavers(draft, 0.35);
  const stations = draft.units.filter(({ kind }) => kind === "STATION");
  transferNewcomers(draft, 0.9, ["OFFICER", "AUXILIARY"], () => stations);
  wasComplex(draft, "尚东村", "2025-12-29", "重点整治期满，验收合格");
  wasComplex(draft, "庙街村", "2026-03-23", "重点整治期满，验收合格");
  wasComplex(draft, "工业园社区", "2026-08-17", "施工结束，流动人口回落");
  cameFromRoom(draft, "魏安村", "2026-01-12", "警务室辖区调整");
  cameFromRoom(draft, "姚营村", "2026-01-12", "警务室辖区调整");
  cameFromRoom(draft, "后岗村", "2026-09-07", "就近划入，便于村民办事");
  wasOfStation(draft, "石漫滩景区", "2026-03-16", "寺坡派出所", "辖区调整");
  wasOfStation(draft, "大石门社区", "2026-07-01", "垭口派出所", "辖区调整");
  wasNamed(draft, "寺坡步行街", "2026-05-18", "寺坡商业街", "商业街改造后更名");
  gridWas(draft, gridNamed(draft, "产业集聚区企业"), "2025-12-08", { kind: "COMMERCIAL" }, "改按企业网格管理");
  wasNamed(draft, "产业集聚区企业", "2026-04-13", "产业集聚区", "名称规范");
  leftSeat(draft, "MEDIATOR", {
    left: "2025-12-31",
    back: "2026-03-02",
    leftBecause: "合同到期",
    backBecause: "续签合同，重新上岗",
  });
  leftSeat(draft, "AUXILIARY", {
    left: "2026-04-30",
    back: "2026-08-03",
    leftBecause: "离职",
    backBecause: "重新招录",
  });
  addUnit(draft, draft.root, "PARTNER", "舞钢市第二法律服务所", { position: 903, closedOn: "2026-06-30" });
  willGoToRoom(draft, "金岗村", addDays(dayIn(draft.now), 12), "警务室辖区调整");
}

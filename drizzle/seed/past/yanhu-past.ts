import { addDays, dayIn, startOf } from "../days.ts";
import { addUnit, assign, type Draft, type Unit } from "../draft.ts";
import { committeeKinds, standardsWere, standardsWillBe } from "../standards.ts";
import { gridWas } from "./changes.ts";
import { leftSeat, plainSeats } from "./gaps.ts";
import { gridNamed, wasComplex, wasNamed, wasOrdinary, willGoToRoom } from "./grounds.ts";
import { addLeavers } from "./leavers.ts";
import { transferNewcomers } from "./newcomers.ts";

const formerRoom = { name: "池神庙警务室", closedOn: "2026-06-01", villages: ["中凹村", "郑费村", "车盘村"] };

/** 盐湖 over the past year: a police room was given up, villages became complex or ordinary again. */
export function addYanhuPast(draft: Draft, station: Unit): void {
  addLeavers(draft, 0.6);
  const elsewhere = draft.units.filter(({ kind }) => kind === "COMMAND_ROOM" || kind === "TEAM");
  transferNewcomers(draft, 0.6, ["OFFICER", "AUXILIARY"], () => elsewhere);
  const { name, closedOn, villages } = formerRoom;
  const room = addUnit(draft, station, "POLICE_ROOM", name, { closedOn });
  for (const village of villages)
    gridWas(draft, gridNamed(draft, village), closedOn, { policeRoomId: room.id }, "警务室撤并");
  wasOrdinary(draft, "社东村", "2025-12-22", "土地纠纷较多，列为复杂村");
  wasOrdinary(draft, "常平村", "2026-03-16", "旅游旺季客流大，列为复杂村");
  wasComplex(draft, "西元村", "2026-05-25", "整治达标，转为一般村");
  wasNamed(draft, "关帝庙景区", "2026-01-19", "解州关帝庙", "名称规范");
  leftSeat(draft, "SECURITY_DIRECTOR", {
    left: "2026-01-31",
    back: "2026-04-01",
    leftBecause: "任期届满",
    backBecause: "换届后续任",
  });
  changeStandards(draft);
  planAhead(draft);
}

function changeStandards(draft: Draft): void {
  const duty = "SECURITY_DIRECTOR";
  standardsWere(draft, committeeKinds, { on: "2025-12-01", duty, range: [0, 1], reason: "治保主任全覆盖" });
  const [year, month] = dayIn(draft.now).split("-").map(Number) as [number, number];
  const on = new Date(Date.UTC(year, month + 1, 1)).toISOString().slice(0, 10);
  standardsWillBe(draft, committeeKinds, { on, duty, range: [1, 2], reason: "较大村可增设副职" });
}

/** A grid goes to another room, and a mediator's successor is appointed. */
function planAhead(draft: Draft): void {
  const today = dayIn(draft.now);
  willGoToRoom(draft, "郭家村", addDays(today, 14), "警务室辖区调整");
  const seat = draft.pastRandom.pick(plainSeats(draft, "MEDIATOR"));
  const successor = draft.members.find(
    ({ id, kind, leftOn }) =>
      kind === "MEDIATOR" && !leftOn && !draft.assignments.some(({ memberId }) => memberId === id),
  )!;
  const on = addDays(today, 9);
  Object.assign(seat, { endsAt: startOf(on), endReason: "任期届满" });
  const grid = draft.grids.find(({ id }) => id === seat.gridId)!;
  assign(draft, grid, "MEDIATOR", successor, { from: on, reason: "换届接任" });
}

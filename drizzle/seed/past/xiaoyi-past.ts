import { addDays, dayIn } from "../days.ts";
import type { Draft } from "../draft.ts";
import { gridWas, gridWillBe, stationOver, willGoTo } from "./changes.ts";
import { leftFor } from "./gaps.ts";
import { cameFromRoom, otherRoom, willGoToRoom } from "./grounds.ts";
import { addLeavers } from "./leavers.ts";
import { moveBetweenRooms, transferNewcomers } from "./newcomers.ts";

const listedOn = "2025-03-12";
/** So many of today's volunteers joined after the list was drawn up. */
const joinedSince = 14;

/** 孝义 over the past year: people change rooms with their grids, and volunteers join. */
export function addXiaoyiPast(draft: Draft): void {
  moveBetweenRooms(draft);
  addLeavers(draft, 0.35);
  const { units } = draft;
  transferNewcomers(draft, 0.7, ["OFFICER"], ({ unitId }) =>
    units.filter(
      ({ id, kind }) =>
        (kind === "COMMAND_ROOM" || kind === "DESK") && stationOver(draft, id) === stationOver(draft, unitId),
    ),
  );
  changeGrids(draft);
  addVolunteersPast(draft);
}

function changeGrids(draft: Draft): void {
  const ofXinyi = draft.grids.filter(({ codeScheme }) => codeScheme === "GRID_15");
  const [first, second, third, fourth] = [3, 17, 31, 52].map((index) => ofXinyi[index]!);
  for (const [grid, number] of [
    [first!, "甲"],
    [second!, "乙"],
  ] as const)
    gridWas(draft, grid, "2026-01-19", { name: grid.name.replace(/第.网格$/, `${number}片区`) }, "网格名称统一编排");
  gridWas(draft, third!, "2026-04-27", { complexity: "COMPLEX", level: 2 }, "老旧小区改造完成，矛盾回落");
  cameFromRoom(draft, ofXinyi[44]!.name, "2026-06-15", "警务室辖区调整");
  cameFromRoom(draft, ofXinyi[45]!.name, "2026-06-15", "警务室辖区调整");
  const today = dayIn(draft.now);
  gridWillBe(draft, fourth!, addDays(today, 16), { name: `${fourth!.name}（含新建小区）` }, "新建小区交付入住");
  willGoToRoom(draft, ofXinyi[20]!.name, addDays(today, 23), "警务室辖区调整");
}

/** Most came with a list, some since; three of them left and are back. */
function addVolunteersPast(draft: Draft): void {
  const { pastRandom: random } = draft;
  const volunteers = draft.members.filter(({ kind }) => kind === "VOLUNTEER");
  for (const [index, volunteer] of random.shuffled(volunteers).entries())
    volunteer.joinedOn =
      index < joinedSince ? addDays("2025-12-01", random.int(0, 330)) : addDays("2024-04-08", random.int(0, 330));
  const listed = volunteers.filter(({ joinedOn }) => joinedOn! < listedOn);
  const memberIds = listed.map(({ id }) => id);
  draft.laterFiles.push({ fileName: "新义派出所义警名册.xlsx", on: listedOn, memberIds });
  for (const [index, volunteer] of random.shuffled(listed).slice(0, 3).entries())
    leftFor(draft, volunteer, {
      left: addDays("2025-12-22", index * 47),
      back: addDays("2026-05-11", index * 61),
      leftBecause: "外出务工",
      backBecause: "返乡，重新加入",
    });
  const mover = listed.at(-1)!;
  const room = otherRoom(
    draft,
    draft.grids.find(({ policeRoomId }) => policeRoomId === mover.unitId)!,
  );
  willGoTo(draft, mover, addDays(dayIn(draft.now), 9), room, "迁居，就近编队");
}

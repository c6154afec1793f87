import { addAccounts } from "./accounts.ts";
import { townshipIn, townshipsOf, type Township } from "./counties.ts";
import { addMember, addUnit, newDraft, type Draft, type Grid, type Means, type Unit } from "./draft.ts";
import { setDuties } from "./duty-catalogue.ts";
import { fillSeats, type Seat } from "./history.ts";
import { setListScheme } from "./list-schemes.ts";
import { stationOver } from "./past/changes.ts";
import { addXiaoyiPast } from "./past/xiaoyi-past.ts";
import { addBureauPartners, addCommitteeGrid, addDivisions, addGridOfCommunity, addStation } from "./places.ts";
import { runs, shares } from "./shares.ts";
import { addChongwenCrew } from "./work/chongwen.ts";
import { committeeKinds, setStandards, specialKinds } from "./standards.ts";

const desks = ["指挥调度专班", "警网融合专班", "勤务监督专班", "综合内务专班", "视频巡查专班"];
const volunteers = 162;
const zones = ["第一战区", "第二战区", "第三战区", "第四战区"];

/** 孝义: 一格一警. 崇文 has a grid to a community; 新义 cuts its 20 communities into 68 grids, and has volunteers in its police rooms. */
export function xiaoyi(means: Means): Draft {
  const draft = newDraft(means, { code: "141181", name: "孝义市公安局", officerBlock: "118", phoneBlock: 1 });
  const townships = townshipsOf(draft.code);
  addDivisions(draft, "孝义市", townships);
  addBureauPartners(draft, "孝义市");
  setStandards(draft, committeeKinds, { RESPONSIBLE_OFFICER: [1, 1], GRID_WORKER: [2, 4] });
  setStandards(draft, specialKinds, { RESPONSIBLE_OFFICER: [1, 1] });
  const chongwen = addChongwen(draft, townshipIn(townships, "崇文街道"));
  const xinyi = addXinyi(draft, townshipIn(townships, "新义街道"));
  setDuties(draft, xinyi, ["COMMAND_ROOM", "ROOM_DESKS", "WORKING_MANNER", "STANDING_DUTIES"]);
  setListScheme(draft, xinyi, "SET_A");
  setDuties(draft, chongwen, ["FIRST_RECEIVER", "EIGHT_ONES"]);
  addAccounts(draft, { chongwen, xinyi });
  addVolunteers(draft, xinyi);
  addXiaoyiPast(draft);
  addChongwenCrew(draft);
  return draft;
}

function addChongwen(draft: Draft, township: Township): Unit {
  const { unit, commandRoom } = addStation(draft, "崇文", township, "ONE_ROOM_ONE_TEAM");
  const grids = runs(township.committees, 5).flatMap((committees) => {
    const room = addUnit(draft, unit, "POLICE_ROOM", `${committees[0]?.shortName}警务室`);
    return committees.map((committee) =>
      addCommitteeGrid(draft, { stationId: unit.id, policeRoomId: room.id }, committee),
    );
  });
  staff(draft, unit, grids, 28);
  for (let count = 0; count < 3; count++) addMember(draft, commandRoom, "OFFICER");
  return unit;
}

function addXinyi(draft: Draft, township: Township): Unit {
  const { unit, commandRoom } = addStation(draft, "新义", township, "TWO_TEAMS_ONE_ROOM");
  for (const name of desks) addUnit(draft, commandRoom, "DESK", name);
  const rooms = shares(14, [4, 4, 3, 3]).flatMap((count, index) => addZone(draft, unit, index, count));
  const parts = shares(
    68,
    township.committees.map(() => 1),
  );
  const grids = runs(
    township.committees.map((committee, index) => ({ committee, parts: parts[index] ?? 1 })),
    rooms.length,
  ).flatMap((list, index) => {
    const place = { stationId: unit.id, policeRoomId: rooms[index]?.id };
    return list.flatMap(({ committee, parts }) =>
      Array.from({ length: parts }, (_, part) => addGridOfCommunity(draft, place, committee, part + 1)),
    );
  });
  staff(draft, unit, grids, 156);
  return unit;
}

/** Some in each police room. */
function addVolunteers(draft: Draft, station: Unit): void {
  const rooms = draft.units.filter(({ id, kind }) => kind === "POLICE_ROOM" && stationOver(draft, id) === station);
  const counts = shares(
    volunteers,
    rooms.map(() => 1),
  );
  for (const [index, room] of rooms.entries())
    for (let each = 0; each < counts[index]!; each++) addMember(draft, room, "VOLUNTEER");
}

function addZone(draft: Draft, station: Unit, index: number, roomCount: number): Unit[] {
  const zone = addUnit(draft, station, "ZONE", zones[index] as string);
  return Array.from({ length: roomCount }, (_, room) =>
    addUnit(draft, zone, "POLICE_ROOM", `${index + 1}-${room + 1}号警务室`),
  );
}

/** One officer to each grid and the grid workers dealt out evenly, all of them of the grid's police room. */
function staff(draft: Draft, station: Unit, grids: Grid[], gridWorkers: number): void {
  const roomOf = (grid: Grid) => draft.units.find((unit) => unit.id === grid.policeRoomId) ?? station;
  fillSeats(
    draft,
    "RESPONSIBLE_OFFICER",
    grids.map((grid) => ({ grid, member: addMember(draft, roomOf(grid), "OFFICER") })),
  );
  const counts = shares(
    gridWorkers,
    grids.map(() => 1),
  );
  const rounds = Array.from({ length: Math.max(...counts) }, (_, round) =>
    grids.filter((_, index) => round < (counts[index] ?? 0)),
  );
  for (const round of rounds) {
    const seats: Seat[] = round.map((grid) => ({ grid, member: addMember(draft, roomOf(grid), "GRID_WORKER") }));
    fillSeats(draft, "GRID_WORKER", seats);
  }
}

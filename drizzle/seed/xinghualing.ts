import { addAccounts } from "./accounts.ts";
import { townshipIn, townshipsOf } from "./counties.ts";
import { addMember, addUnit, assign, newDraft, type Draft, type Means, type Member } from "./draft.ts";
import { setDuties } from "./duty-catalogue.ts";
import { fillSeats } from "./history.ts";
import { cameFrom } from "./past/changes.ts";
import { addXinghualingPast } from "./past/xinghualing-past.ts";
import { addBureauPartners, addCommitteeGrid, addDivisions, addStation } from "./places.ts";
import { committeeKinds, setStandards, specialKinds } from "./standards.ts";

const withoutSecondAuxiliary = new Set(["北大街西社区", "程家村东社区", "富力华庭社区"]);

/** 杏花岭: 一区一警两辅警, three of twelve communities without their second auxiliary; the rest of the 30 and 30 are in the teams. */
export function xinghualing(means: Means): Draft {
  const draft = newDraft(means, { code: "140107", name: "太原市公安局杏花岭分局", officerBlock: "107", phoneBlock: 3 });
  const townships = townshipsOf(draft.code);
  addDivisions(draft, "杏花岭区", townships);
  addBureauPartners(draft, "杏花岭区");
  setStandards(draft, committeeKinds, { RESPONSIBLE_OFFICER: [1, 1], AUXILIARY: [2, 2] });
  setStandards(draft, specialKinds, { RESPONSIBLE_OFFICER: [1, 1] });
  const township = townshipIn(townships, "巨轮街道");
  const { unit: station, commandRoom, teams } = addStation(draft, "巨轮", township, "TWO_TEAMS_ONE_ROOM");
  const [community = station, cases = station] = teams;
  const grids = township.committees.map((committee) => {
    const room = addUnit(draft, station, "POLICE_ROOM", `${committee.shortName}警务室`);
    return addCommitteeGrid(draft, { stationId: station.id, policeRoomId: room.id }, committee);
  });
  const members = (kind: Member["kind"], count: number) =>
    Array.from({ length: count }, () => addMember(draft, community, kind));
  const seatsOf = (holders: Member[]) => grids.map((grid, index) => ({ grid, member: holders[index] as Member }));
  const officers = members("OFFICER", 30);
  const auxiliaries = members("AUXILIARY", 30);
  fillSeats(draft, "RESPONSIBLE_OFFICER", seatsOf(officers.slice(0, 12)));
  fillSeats(draft, "AUXILIARY", seatsOf(auxiliaries.slice(0, 12)));
  const seconds = seatsOf(auxiliaries.slice(12, 24));
  const isShort = (name: string) => withoutSecondAuxiliary.has(name);
  fillSeats(
    draft,
    "AUXILIARY",
    seconds.filter(({ grid }) => !isShort(grid.name)),
  );
  for (const { grid, member } of seconds.filter(({ grid }) => isShort(grid.name))) {
    assign(draft, grid, "AUXILIARY", member, {
      from: "2024-02-01",
      to: "2026-10-08",
      reason: "首次定岗",
      endReason: "调入案件办理队",
    });
    member.unitId = cases.id;
    cameFrom(draft, member, "2026-10-08", community, "调入案件办理队");
  }
  for (const member of [...officers.slice(12, 24), ...auxiliaries.slice(24)]) member.unitId = cases.id;
  for (const member of officers.slice(24)) member.unitId = commandRoom.id;
  setDuties(draft, station, ["STANDING_DUTIES", "FIRST_RECEIVER", "SIX_ROLES"]);
  addAccounts(draft, { julun: station });
  addXinghualingPast(draft, { community, cases });
  return draft;
}

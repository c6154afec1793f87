import { addAccounts } from "./accounts.ts";
import { townshipIn, townshipsOf, type Committee } from "./counties.ts";
import { addDays, dayIn, startOf } from "./days.ts";
import {
  addMember,
  addUnit,
  assign,
  newDraft,
  type Draft,
  type Duty,
  type Grid,
  type Means,
  type Member,
  type Unit,
} from "./draft.ts";
import { setDuties } from "./duty-catalogue.ts";
import { fillSeats, type Seat } from "./history.ts";
import { setListScheme } from "./list-schemes.ts";
import { addYanhuPast } from "./past/yanhu-past.ts";
import { addBureauPartners, addCommitteeGrid, addDivisions, addSpecialGrid, addStation } from "./places.ts";
import { runs } from "./shares.ts";
import { committeeKinds, setStandards, specialKinds } from "./standards.ts";

const complexVillages = new Set(["解州村", "常平村", "社东村", "十里铺村"]);

/** The nine gaps, by the place of the grid in its station and the day its last holder stopped. */
const gaps: Partial<Record<Duty, Record<number, string>>> = {
  RESPONSIBLE_OFFICER: { 9: "2026-09-01", 10: "2026-09-01" },
  AUXILIARY: { 2: "2026-08-17", 8: "2026-10-12", 15: "2026-10-12", 22: "2026-11-02" },
  MEDIATOR: { 5: "2026-07-01", 12: "2026-09-21", 19: "2026-11-09" },
};

/** 盐湖: 一警两员 with nine seats vacant, and members of the right kinds without a seat to fill them with. */
export function yanhu(means: Means): Draft {
  const draft = newDraft(means, { code: "140802", name: "运城市公安局盐湖分局", officerBlock: "080", phoneBlock: 2 });
  const townships = townshipsOf(draft.code);
  addDivisions(draft, "盐湖区", townships);
  addBureauPartners(draft, "盐湖区");
  setStandards(draft, committeeKinds, {
    RESPONSIBLE_OFFICER: [1, 1],
    AUXILIARY: [1, 2],
    MEDIATOR: [1, 2],
    SECURITY_DIRECTOR: [1, 1],
  });
  setStandards(draft, specialKinds, { RESPONSIBLE_OFFICER: [1, 1] });
  const township = townshipIn(townships, "解州镇");
  const { unit: station } = addStation(draft, "解州", township, "ONE_ROOM_ONE_TEAM");
  const grids = runs(township.committees, 5).flatMap((committees) => addRoom(draft, station, committees));
  const temple = addUnit(draft, station, "POLICE_ROOM", "关帝庙警务室");
  const scenic = addSpecialGrid(
    draft,
    { stationId: station.id, policeRoomId: temple.id },
    township,
    "SCENIC",
    "关帝庙景区",
  );
  staff(draft, station, grids, scenic);
  setDuties(draft, station, ["THREE_LEVELS", "THREE_AND_THREE", "SIX_ROLES"]);
  setListScheme(draft, station, "SET_B");
  addAccounts(draft, { xiezhou: station });
  addYanhuPast(draft, station);
  return draft;
}

function addRoom(draft: Draft, station: Unit, committees: Committee[]): Grid[] {
  const room = addUnit(draft, station, "POLICE_ROOM", `${committees[0]?.shortName}警务室`);
  return committees.map((committee) => {
    const isComplex = complexVillages.has(committee.shortName);
    return addCommitteeGrid(
      draft,
      { stationId: station.id, policeRoomId: room.id },
      committee,
      isComplex ? { complexity: "COMPLEX", level: 2 } : {},
    );
  });
}

function staff(draft: Draft, station: Unit, grids: Grid[], scenic: Grid): void {
  const officers = runs([...grids, scenic], 9).flatMap((list) => {
    const member = addMember(draft, station, "OFFICER");
    return list.map((grid) => ({ grid, member }));
  });
  const oneEach = (kind: "AUXILIARY" | "MEDIATOR" | "SECURITY_DIRECTOR"): Seat[] =>
    grids.map((grid) => ({ grid, member: addMember(draft, station, kind) }));
  const auxiliaries = oneEach("AUXILIARY");
  fillWithGaps(draft, "RESPONSIBLE_OFFICER", officers);
  fillWithGaps(draft, "AUXILIARY", auxiliaries);
  fillWithGaps(draft, "MEDIATOR", oneEach("MEDIATOR"));
  fillWithGaps(draft, "SECURITY_DIRECTOR", oneEach("SECURITY_DIRECTOR"));
  for (const kind of [
    "OFFICER",
    "AUXILIARY",
    "AUXILIARY",
    "AUXILIARY",
    "MEDIATOR",
    "MEDIATOR",
    "VOLUNTEER",
    "VOLUNTEER",
    "LAWYER",
  ] as const)
    addMember(draft, station, kind);
  addAbsences(draft, officers, auxiliaries);
}

/** Where there is a gap, the holder given is the last one there was: every other of them left the bureau with the seat. */
function fillWithGaps(draft: Draft, duty: Duty, seats: Seat[]): void {
  const ends = gaps[duty] ?? {};
  fillSeats(
    draft,
    duty,
    seats.filter((_, index) => !ends[index]),
  );
  for (const [count, [index, to]] of Object.entries(ends).entries()) {
    const seat = seats[Number(index)] as Seat;
    const hasLeft = duty === "AUXILIARY" && count % 2 === 0;
    assign(draft, seat.grid, duty, seat.member, {
      from: "2024-01-15",
      to,
      reason: "首次定岗",
      endReason: hasLeft ? "离职" : "任期届满",
    });
    if (hasLeft) seat.member.leftOn = to;
  }
}

/** Two on leave today, one of them with a substitute. */
function addAbsences(draft: Draft, officers: Seat[], auxiliaries: Seat[]): void {
  const today = dayIn(draft.now);
  const add = (memberId: string, reason: string, from: string, to: string | null, substitute?: Member) =>
    draft.absences.push({
      id: draft.newId(),
      memberId,
      reason,
      substituteId: substitute?.id,
      startsAt: startOf(from),
      endsAt: to && startOf(to),
    });
  const [away, substitute] = [...new Set(officers.map((seat) => seat.member))];
  add((away as Member).id, "业务培训", addDays(today, -6), addDays(today, 30), substitute);
  add((auxiliaries[13] as Seat).member.id, "病假", addDays(today, -12), null);
}

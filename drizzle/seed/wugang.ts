import { addAccounts } from "./accounts.ts";
import { townshipsOf, type Committee } from "./counties.ts";
import { addDays, startOf } from "./days.ts";
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
import { fillSeats } from "./history.ts";
import { addWugangPast } from "./past/wugang-past.ts";
import { addBureauPartners, addCommitteeGrid, addDivisions, addSpecialGrid, addStation } from "./places.ts";
import { committeeKinds, setStandards, specialKinds } from "./standards.ts";
import { closedGridCode, wugangStrength, type Post, type StationStrength } from "./wugang-strength.ts";

const chiefNames: Record<string, string> = {
  垭口: "yakou",
  寺坡: "sipo",
  朱兰: "zhulan",
  院岭: "yuanling",
  矿建: "kuangjian",
  铁山: "tieshan",
  红山: "hongshan",
  尚店: "shangdian",
  八台: "batai",
  尹集: "yinji",
  枣林: "zaolin",
  庙街: "miaojie",
  武功: "wugong",
  杨庄: "yangzhuang",
};

const specialGrids: Record<string, readonly [kind: Grid["kind"], name: string, openedOn?: string]> = {
  院岭: ["ENTERPRISE", "产业集聚区企业"],
  寺坡: ["COMMERCIAL", "寺坡步行街", "2025-12-15"],
  朱兰: ["COMMERCIAL", "朱兰集贸市场"],
  垭口: ["SCENIC", "石漫滩景区"],
  尹集: ["SCENIC", "灯台架景区", "2026-04-20"],
};

const closedOn = "2026-04-01";

/** 舞钢: 一警两员, every seat filled. An officer answers for several grids, everyone else for one. */
export function wugang(means: Means): Draft {
  const draft = newDraft(means, { code: "410481", name: "舞钢市公安局", officerBlock: "041", phoneBlock: 9 });
  addDivisions(draft, "舞钢市", townshipsOf(draft.code));
  addBureauPartners(draft, "舞钢市");
  setStandards(draft, committeeKinds, {
    RESPONSIBLE_OFFICER: [1, 1],
    AUXILIARY: [1, 2],
    MEDIATOR: [1, 2],
    SECURITY_DIRECTOR: [1, 1],
  });
  setStandards(draft, specialKinds, { RESPONSIBLE_OFFICER: [1, 1] });
  const stations = wugangStrength().map(
    (strength) => [chiefNames[strength.place] ?? strength.place, addWholeStation(draft, strength)] as const,
  );
  setDuties(draft, null, ["SIX_ROLES"]);
  addPastAbsences(draft);
  addAccounts(draft, Object.fromEntries(stations));
  addWugangPast(draft);
  return draft;
}

function addWholeStation(draft: Draft, strength: StationStrength): Unit {
  const { unit } = addStation(draft, strength.place, strength.township, "ONE_ROOM_ONE_TEAM");
  const grids = new Map<string, Grid>();
  const workstations = new Map<string, Unit>();
  const [firstRoom = unit] = strength.policeRooms.map((committees) => {
    const room = addUnit(draft, unit, "POLICE_ROOM", `${committees[0]?.shortName}警务室`);
    for (const committee of committees) {
      workstations.set(committee.code, addUnit(draft, room, "WORKSTATION", `${committee.shortName}警务工作站`));
      grids.set(committee.code, addCommitteeGrid(draft, { stationId: unit.id, policeRoomId: room.id }, committee));
    }
    return room;
  });
  const fill = (duty: Duty, posts: Post[], unitOf: (committee: Committee) => Unit | undefined) =>
    fillPosts(draft, duty, posts, grids, (committee) => unitOf(committee) ?? unit);
  const officers = fill("RESPONSIBLE_OFFICER", strength.officers, () => unit);
  const auxiliaries = fill("AUXILIARY", strength.auxiliaries, () => unit);
  const mediators = fill("MEDIATOR", strength.mediators, ({ code }) => workstations.get(code));
  const directors = fill("SECURITY_DIRECTOR", strength.securityDirectors, ({ code }) => workstations.get(code));
  addSpecial(draft, strength, firstRoom, officers);
  const closed = strength.township.committees.find(({ code }) => code === closedGridCode);
  if (closed)
    addClosedGrid(draft, closed, firstRoom, {
      RESPONSIBLE_OFFICER: officers,
      AUXILIARY: auxiliaries,
      MEDIATOR: mediators,
      SECURITY_DIRECTOR: directors,
    });
  return unit;
}

function fillPosts(
  draft: Draft,
  duty: Duty,
  posts: Post[],
  grids: Map<string, Grid>,
  unitOf: (committee: Committee) => Unit,
): Member[] {
  const seats = posts.flatMap(({ person, committees }) => {
    const [first] = committees;
    if (!first) return [];
    const member = addMember(draft, unitOf(first), person);
    return committees.flatMap(({ code }) => ({ grid: grids.get(code) as Grid, member }));
  });
  fillSeats(draft, duty, seats);
  return [...new Set(seats.map((seat) => seat.member))];
}

function addSpecial(draft: Draft, { place, township }: StationStrength, room: Unit, officers: Member[]): void {
  const special = specialGrids[place];
  if (!special) return;
  const [kind, name, openedOn] = special;
  addUnit(draft, room, "WORKSTATION", `${name}警务工作站`, openedOn ? { openedOn } : {});
  const grid = addSpecialGrid(
    draft,
    { stationId: room.parentId as string, policeRoomId: room.id },
    township,
    kind,
    name,
    openedOn,
  );
  const from = openedOn ?? "2024-05-01";
  assign(draft, grid, "RESPONSIBLE_OFFICER", officers.at(-1) as Member, { from, reason: "专属网格定岗" });
}

/** Until it closed, its neighbours looked after it. */
function addClosedGrid(draft: Draft, committee: Committee, room: Unit, holders: Partial<Record<Duty, Member[]>>): void {
  const grid = addCommitteeGrid(draft, { stationId: room.parentId as string, policeRoomId: room.id }, committee, {
    closedOn,
  });
  for (const [duty, [member]] of Object.entries(holders) as [Duty, Member[]][]) {
    if (member)
      assign(draft, grid, duty, member, {
        from: "2024-01-08",
        to: closedOn,
        reason: "首次定岗",
        endReason: "网格关闭",
      });
  }
}

function addPastAbsences(draft: Draft): void {
  const officers = draft.members.filter((member) => member.kind === "OFFICER");
  for (const [index, reason] of ["年休假", "业务培训", "病假", "年休假"].entries()) {
    const member = officers[index * 6 + 1] as Member;
    const substitute = officers.find((each) => each.unitId === member.unitId && each !== member);
    const from = addDays("2025-03-03", index * 97);
    draft.absences.push({
      id: draft.newId(),
      memberId: member.id,
      substituteId: substitute?.id,
      startsAt: startOf(from),
      endsAt: startOf(addDays(from, 10)),
      reason,
    });
  }
}

import type { Sql } from "postgres";

/** Rows of a bureau that its screens open. */
interface Opened {
  grid: string;
  /** Where a mediator is missing. */
  gap: string;
  member: string;
  station: string;
  division: string;
  account: string;
  entry: string;
  /** Of work, the one that is due first. */
  item: string;
  /** A matter's number; none where there is no matter. */
  matter: string;
  name: string;
}

export async function openedIn(sql: Sql, bureauId: string): Promise<Opened> {
  const [found] = await sql<Opened[]>`
    select g.id as grid, f.station_id as station, d.code as division, m.id as member, left(m.name_initials, 2) as name,
      (select id from accounts where bureau_id = ${bureauId} and name = 'admin') as account,
      (select id from audit_entries where bureau_id = ${bureauId} order by sequence desc limit 1) as entry,
      coalesce((select number from matters where bureau_id = ${bureauId} order by registered_at desc limit 1), '') as matter,
      (select id from work_items where bureau_id = ${bureauId} and closed_at is null order by next_due_at limit 1) as item,
      (select v.id from grids v join grid_facts w on w.bureau_id = v.bureau_id and w.grid_id = v.id and w.ends_on is null
        where v.bureau_id = ${bureauId} and w.kind = 'VILLAGE' and v.closed_on is null and not exists (
        select from assignments where bureau_id = ${bureauId} and grid_id = v.id and duty = 'MEDIATOR' and starts_at <= now() and ends_at is null)
        order by v.code limit 1) as gap
    from grids g join grid_facts f on f.bureau_id = g.bureau_id and f.grid_id = g.id and f.ends_on is null
      join divisions d on d.bureau_id = g.bureau_id and d.id = g.division_id
      join assignments a on a.bureau_id = g.bureau_id and a.grid_id = g.id and a.duty = 'RESPONSIBLE_OFFICER' and a.ends_at is null
      join members m on m.bureau_id = g.bureau_id and m.id = a.member_id
    where g.bureau_id = ${bureauId} and f.kind = 'VILLAGE' and g.closed_on is null order by g.code limit 1`;
  return found!;
}

type Variables = Record<string, unknown>;
type Cases = Record<string, (of: Opened) => Variables>;

const page = { direction: "ASC", first: 50 };
const past = "2025-03-01T00:00:00Z";
const openOnes = { filter: { openOnly: true }, withCounts: true, withCoverage: false };
const placesOfGrids = {
  filter: { kinds: ["STATION", "POLICE_ROOM"], closedAfter: "2026-11-28" },
  withCounts: false,
  withCoverage: true,
};

/** Ends of months, of the last twelve and of six to come. */
const coverageMonths = Object.fromEntries(
  [...Array.from({ length: 12 }, (_, index) => index - 12), 1, 2, 3, 4, 5, 6].map((months) => [
    months < 0 ? `p${-months}` : `n${months}`,
    new Date(Date.UTC(2026, 10 + months, 28)).toISOString(),
  ]),
);

/** What the screens ask each of their queries with; a name after a blank tells several cases of one query apart. */
export const cases: Cases = {
  Viewer: () => ({}),
  FirstSteps: () => ({}),
  SessionEnd: () => ({}),
  StationGaps: () => ({}),
  TownshipGaps: () => ({}),
  UnsignedWeeks: () => ({}),
  UncoveredAbsences: () => ({}),
  PlannedAssignments: () => ({}),
  OwnStations: () => ({}),
  ChangesSince: () => ({ from: "2026-11-29T00:00:00Z" }),
  FailedImports: () => ({}),
  CoverageThen: () => ({ at: past }),
  StationDuties: () => ({}),
  "StationDuties on a day": () => ({ at: past }),
  GridTownships: () => ({}),
  "GridTownships of a station": ({ station }) => ({ unitId: station }),
  GridTiles: ({ division }) => ({
    filter: { townshipCode: division.slice(0, 9), open: true },
    short: { townshipCode: division.slice(0, 9), open: true, hasVacancy: true },
    deserted: { townshipCode: division.slice(0, 9), open: true, deserted: true },
  }),
  ComingDays: () => ({ before: "2027-02-27T16:00:00Z" }),
  ComingChanges: () => ({ ...page, orderBy: "HAPPENS_AT", filter: {} }),
  "ComingChanges of a station": ({ station }) => ({
    ...page,
    orderBy: "KIND",
    filter: { unitId: station, kinds: ["ASSIGNMENT_ENDS"] },
  }),
  ComingSoon: () => ({
    filter: { before: "2026-12-30T16:00:00Z", kinds: ["ASSIGNMENT_ENDS", "ABSENCE_ENDS", "GRID_CLOSES"] },
  }),
  WhoAnswers: ({ name }) => ({ search: name }),
  StationBoard: ({ station }) => ({ unitId: station }),
  OfficersLoad: ({ station }) => ({ unitId: station }),
  Grids: () => ({ ...page, orderBy: "CODE" }),
  "Grids by gaps": () => ({ ...page, orderBy: "GAPS_FIRST" }),
  "Grids by station": () => ({ ...page, orderBy: "STATION" }),
  "Grids past": () => ({ ...page, orderBy: "CODE", at: past }),
  "Grids vacant": () => ({ ...page, orderBy: "VACANT", direction: "DESC", filter: { hasVacancy: true } }),
  "Grids with vacancies": () => ({ ...page, orderBy: "CODE", filter: { vacantAtLeast: 1, vacantAtMost: 2 } }),
  "Grids search": ({ name }) => ({ ...page, orderBy: "CODE", filter: { search: name } }),
  "Grids of a station": ({ station }) => ({ ...page, orderBy: "CODE", filter: { unitId: station } }),
  Roster: ({ station }) => ({
    filter: { unitId: station, open: true },
    orderBy: "STATION",
    direction: "ASC",
    first: 100,
  }),
  GridGaps: () => ({ orderBy: "GAPS_FIRST", direction: "ASC", filter: { hasVacancy: true } }),
  AssignmentsToEnd: ({ grid }) => ({
    filter: { gridIds: [grid], duty: "RESPONSIBLE_OFFICER", at: "2026-11-30T00:00:00Z" },
  }),
  GridsMatching: () => ({ filter: { hasVacancy: true } }),
  GridDetails: ({ grid }) => ({ id: grid }),
  GridFinder: ({ name }) => ({ search: name }),
  GridDivisions: ({ name }) => ({ search: name, kind: "VILLAGE" }),
  ExampleGrid: () => ({}),
  Candidates: ({ gap }) => ({ gridId: gap, duty: "MEDIATOR" }),
  "Candidates search": ({ gap, name }) => ({ gridId: gap, duty: "MEDIATOR", search: name, anyKind: true }),
  Proposals: () => ({}),
  "Proposals of a station": ({ station }) => ({ unitId: station }),
  Members: () => ({ ...page, orderBy: "NAME" }),
  "Members by unit": () => ({ ...page, orderBy: "UNIT" }),
  "Members by load": () => ({ ...page, orderBy: "LOAD", direction: "DESC" }),
  "Members by households": () => ({ ...page, orderBy: "HOUSEHOLDS", direction: "DESC" }),
  "Members of many households": () => ({ ...page, orderBy: "NAME", filter: { householdsAtLeast: 500 } }),
  "Members on leave": () => ({ ...page, orderBy: "NAME", filter: { status: "ON_LEAVE" } }),
  "Members search": ({ name }) => ({ ...page, orderBy: "NAME", filter: { search: name } }),
  "Members of a station": ({ station }) => ({ ...page, orderBy: "NAME", filter: { unitId: station } }),
  MemberDetails: ({ member }) => ({ id: member }),
  MembersMatching: () => ({ filter: { status: "ACTIVE" } }),
  MemberImpact: ({ member }) => ({ id: member }),
  MemberFinder: ({ name }) => ({ search: name }),
  MemberChoices: ({ station, name }) => ({ filter: { unitId: station, search: name } }),
  MembersToLink: ({ name }) => ({ filter: { search: name } }),
  UnitTops: () => openOnes,
  "UnitTops of grids": () => placesOfGrids,
  "UnitTops of grids past": () => ({ ...placesOfGrids, at: past }),
  UnitBranch: ({ station }) => ({ id: station, ...openOnes }),
  "UnitBranch of grids": ({ station }) => ({ id: station, ...placesOfGrids }),
  UnitPath: ({ station }) => ({ id: station, ...openOnes }),
  UnitSearch: ({ name }) => ({ ...openOnes, sought: { openOnly: true, search: name } }),
  UnitChoices: () => ({ filter: { kinds: ["STATION"], openOnly: true, viewerMay: "CREATE_GRID" }, first: 2 }),
  "UnitChoices in a station": ({ station }) => ({
    filter: { kinds: ["POLICE_ROOM"], openOnly: true, withinId: station },
    first: 100,
  }),
  UnitFinder: ({ name }) => ({ search: name }),
  UnitDetails: ({ station }) => ({ id: station }),
  ListHabits: () => ({}),
  ListExports: () => ({}),
  UnitList: () => ({ ...page, filter: { openOnly: true } }),
  Divisions: () => ({ ...page, orderBy: "CODE" }),
  DivisionDetails: ({ division }) => ({ code: division }),
  NodeName: ({ grid }) => ({ id: grid }),
  Standards: () => ({}),
  StandardsOfPost: () => ({ gridKind: "VILLAGE", complexity: "ORDINARY", duty: "MEDIATOR" }),
  Calendar: () => ({ year: 2026 }),
  Accounts: () => ({ ...page, orderBy: "NAME" }),
  AccountDetails: ({ account }) => ({ id: account }),
  PendingConsents: () => ({}),
  Sessions: () => ({ first: 50 }),
  SessionPolicy: () => ({}),
  ApiTokens: () => ({ first: 50 }),
  AuditEntries: () => ({ first: 50 }),
  "AuditEntries of a grid": ({ grid }) => ({ first: 50, filter: { entityId: grid } }),
  AuditEntryDetails: ({ entry }) => ({ id: entry }),
  ChainCheckList: () => ({ ...page, orderBy: "NEWEST", filter: {} }),
  ChainChecks: () => ({}),
  OddChanges: () => ({ from: "2026-11-22T00:00:00+08:00" }),
  Evidence: ({ item }) => ({ itemId: item }),
  Imports: () => ({ first: 20, orderBy: "NEWEST", direction: "DESC" }),
  PartnerUnits: () => ({}),
  "WorkItems by state": () => ({ ...page, orderBy: "STATE", filter: { isOpen: true } }),
  "WorkItems returned": () => ({ ...page, orderBy: "RETURNS", direction: "DESC", filter: { returnsAtLeast: 1 } }),
  WorkItems: () => ({ ...page, orderBy: "NOBODYS_FIRST", filter: { isOpen: true } }),
  OpenWork: ({ grid }) => ({ id: grid }),
  WaitingHandovers: ({ member }) => ({ memberId: member }),
  MayHandOver: ({ member }) => ({ memberId: member }),
  WorkToHandOver: ({ member }) => ({ giverId: member, takerId: member }),
  MyDay: () => ({ first: 30 }),
  MyWeek: ({ member }) => ({ memberId: member, week: "2026-11-23" }),
  MyWork: () => ({ first: 50, filter: {} }),
  MyWorkParts: () => ({ filter: {} }),
  MyWorkFigures: () => ({ soon: { light: ["DUE_SOON"] }, overdue: { light: ["OVERDUE"] } }),
  DeskFigures: () => ({
    vacant: { isOpen: true, isVacant: true },
    declined: { isOpen: true, state: ["DECLINED"] },
    overdue: { isOpen: true, light: ["OVERDUE"] },
    soon: { isOpen: true, light: ["DUE_SOON"] },
    receive: { isOpen: true, state: ["ISSUED"] },
    assess: { isOpen: true, state: ["SUBMITTED"] },
    decide: { isAsked: true },
  }),
  WorkGridChoices: ({ name }) => ({ filter: { search: name, open: true }, first: 20 }),
  GridAnswerers: ({ grid }) => ({ gridId: grid, duty: "RESPONSIBLE_OFFICER" }),
  Matters: () => ({ first: 50 }),
  "Matters of a station": ({ station }) => ({ first: 50, filter: { unitId: station, state: ["OPEN"] } }),
  MatterDetails: ({ matter }) => ({ number: matter }),
  MatterCategories: () => ({}),
  MatterCategoryRevisions: () => ({}),
  MatterCategoryDetails: () => ({ kind: "DISPUTE" }),
  DutyCatalogue: () => ({}),
  "DutyCatalogue of a station": ({ station }) => ({ unitId: station }),
  DutyStation: ({ station }) => ({ unitId: station }),
  DutyLineDetails: ({ station }) => ({ unitId: station, duty: "AUXILIARY", code: "MEDIATOR" }),
  DutyStations: () => ({}),
  MattersSettled: () => ({ filter: { kind: ["DISPUTE"], state: ["SETTLED"] } }),
  Checklists: () => ({ first: 50 }),
  ChecklistChoices: () => ({}),
  ChecklistRuns: () => ({ first: 50 }),
  "ChecklistRuns of a station": ({ station }) => ({ first: 50, filter: { unitId: station, state: ["SUBMITTED"] } }),
  ChecklistPreview: () => ({
    input: {
      startsOn: "2026-11-30",
      recurrence: "FREQ=WEEKLY;BYDAY=MO",
      burdenMinutes: 240,
      owers: [{ duty: "AUXILIARY", gridKind: "VILLAGE" }],
    },
  }),
  WeekMatrix: ({ station }) => ({ unitId: station, from: "2026-10-05", weeks: 8 }),
  StationMatrix: () => ({ from: "2026-10-05", weeks: 8 }),
  MemberWeek: ({ station, member }) => ({ unitId: station, memberId: member, week: "2026-11-16" }),
  ReviewStation: ({ station }) => ({ unitId: station }),
  Rechecks: () => ({ first: 50 }),
  "Rechecks of a station": ({ station }) => ({ first: 50, filter: { unitId: station, isOpen: true } }),
  RecheckNumber: ({ station }) => ({ unitId: station }),
  DeadlineRules: () => ({}),
  DeadlineRuleRevisions: () => ({ kind: "ORDER", orderKind: "COMMUNITY", urgency: "ORDINARY" }),
  Recomputations: () => ({}),
  "Recomputations since": () => ({ since: past }),
  FunnelBeginning: () => ({}),
  DayComparison: () => ({ since: past }),
  DayChanges: () => ({ ...page, orderBy: "STATION", filter: { since: past } }),
  "DayChanges of a station": ({ station }) => ({
    ...page,
    orderBy: "STATION",
    filter: { since: past, kind: "CAME", stationId: station },
  }),
  CoverageMonths: () => coverageMonths,
  "CoverageMonths of a station": ({ station }) => ({ ...coverageMonths, unitId: station }),
  MatterFlow: ({ station }) => ({ unitId: station, from: "2026-10-30", to: "2026-11-28" }),
  OrderFunnel: ({ station }) => ({ unitId: station, from: "2026-10-30", to: "2026-11-28" }),
  MatterChoices: ({ name }) => ({ search: name }),
  MatterFinder: ({ name }) => ({ search: name }),
  WorkFinder: ({ name }) => ({ search: name }),
  SimilarMatters: ({ grid }) => ({ filter: { gridId: grid, kind: ["DISPUTE"], state: ["OPEN"] } }),
};

/** They open an import, an item of work, a checklist, a re-check or a signed week, and the bureaus of the bench have had none. */
const unmeasured = [
  "ImportDetails",
  "ImportErrors",
  "WorkDetails",
  "ExplainDeadline",
  "Evidence",
  "RunToFill",
  "ChecklistDetails",
  "RecheckDetails",
  "SignedRevision",
];

export const operationOf = (name: string) => name.split(" ")[0]!;

/** Queries of the screens that have no case here, and cases of queries that are no more. */
export function differing(queries: ReadonlySet<string>): string[] {
  const named = new Set([...Object.keys(cases).map(operationOf), ...unmeasured]);
  return [...[...queries].filter((name) => !named.has(name)), ...[...named].filter((name) => !queries.has(name))];
}

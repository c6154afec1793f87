import { newId } from "@maple-bridge/server/kernel/ids";
import { type Bureau, makeBureau, type SignedIn } from "../../support/bureau.ts";
import { newKey, type Client } from "../../support/client.ts";
import { insertAnyRow } from "../../support/dated-rows.ts";
import { type MadeGrid, makeGrid, makeMember, makeStation } from "../grids/ground.ts";

/** A station with a grid, who answers for it, and those who command; everybody is invented. */
export interface WorkGround {
  bureau: Bureau;
  stationId: string;
  grid: MadeGrid;
  officer: SignedIn & { memberId: string };
  /** Another officer of the station, with a seat nowhere. */
  colleague: SignedIn & { memberId: string };
  dispatcher: SignedIn;
  chief: SignedIn;
}

const insert = async (bureau: Bureau, table: string, row: object) => {
  const id = newId();
  await bureau.sql((sql) => insertAnyRow(sql, table, { bureauId: bureau.id, id, ...row }));
  return id;
};

export async function field(bureau: Bureau, unitId: string, row: { kind?: string; name?: string } = {}) {
  const { id: memberId } = await makeMember(bureau, unitId, row);
  return { ...(await bureau.signIn({ role: "MEMBER", unitId, memberId })), memberId };
}

export const seat = (bureau: Bureau, gridId: string, memberId: string, duty = "RESPONSIBLE_OFFICER") =>
  insert(bureau, "assignments", { gridId, memberId, duty, startsAt: new Date("2025-01-01T00:00:00Z") });

export async function layWork(): Promise<WorkGround> {
  const bureau = await makeBureau();
  const stationId = await makeStation(bureau);
  const grid = await makeGrid(bureau, stationId);
  const officer = await field(bureau, stationId);
  await seat(bureau, grid.id, officer.memberId);
  return {
    bureau,
    stationId,
    grid,
    officer,
    colleague: await field(bureau, stationId),
    dispatcher: await bureau.signIn({ role: "DISPATCHER", unitId: stationId }),
    chief: await bureau.signIn({ role: "STATION_CHIEF", unitId: stationId }),
  };
}

let series = 0;

/** A matter of the station, as a row of its own: without a receipt. */
export async function makeMatter({ bureau, stationId, colleague, dispatcher }: WorkGround, row: object = {}) {
  const categoryId = await insert(bureau, "matter_categories", {
    kind: "DISPUTE",
    code: `C${++series}`,
    revision: 1,
    name: "邻里纠纷",
    nameInitials: "lljf",
    position: series,
    startsAt: new Date("2025-01-01T00:00:00Z"),
  });
  const at = new Date();
  return insert(bureau, "matters", {
    number: `TEST-2026-${String(series).padStart(6, "0")}`,
    kind: "DISPUTE",
    categoryId,
    source: "EMERGENCY_110",
    urgency: "ORDINARY",
    title: "车辆堵住小区大门",
    stationId,
    happenedAt: at,
    registeredAt: at,
    registeredBy: dispatcher.accountId,
    firstReceiverId: colleague.memberId,
    ...row,
  });
}

/** For tests that move the time: whoever has signed in stays so. */
export const keepSignedIn = ({ id, sql }: Bureau) =>
  sql((sql) => sql`update sessions set last_seen_at = '2100-01-01', expires_at = '2101-01-01' where bureau_id = ${id}`);

/** A rule for work of the kind, in minutes round the clock where nothing else is said. */
export const makeRule = (bureau: Bureau, row: object = {}) =>
  insert(bureau, "deadline_rules", {
    kind: "ORDER",
    orderKind: "COMMUNITY",
    urgency: "ORDINARY",
    revision: ++series,
    unit: "MINUTES",
    acceptWithin: 30,
    feedbackWithin: 240,
    closeWithin: 1440,
    reworkWithin: 120,
    warnAtPercent: 25,
    urgesWhenDueSoon: false,
    tellsAtAnyHour: false,
    startsAt: new Date("2025-01-01T00:00:00Z"),
    ...row,
  });

export const itemFields = /* GraphQL */ `
  id number kind orderKind state round isSuspended isOpen isVacant isLate owedBy outcome light nextDueAt dueOn urgency card level version title
  viewerMay
  responsible { id }
  grid { id } duty member { id } unit { id }
  events { sequence action fromState toState round cause actor { id } onBehalfOf { id } answeredBy { id } reason clock dueBefore dueAfter feedback { __typename } }
  clocks { id clock round budget extendedBy dueAt satisfiedAt breachedAt voidAt isRunning }
  children { id orderKind state }
  parent { id }
  feedback { __typename }
`;

/** Does the mutation, whose input type is named after it unless said otherwise, and gives the item, or items. */
export async function act(client: Client, mutation: string, input: object, fields = itemFields) {
  const document = `mutation ($input: ${inputTypeOf(mutation)}!) { ${mutation}(input: $input) { ${fields} } }`;
  const data = await client.run(document, { input: { idempotencyKey: newKey(), ...input } });
  return data[mutation];
}

export const refusedAct = (client: Client, mutation: string, input: object) =>
  client.refused(`mutation ($input: ${inputTypeOf(mutation)}!) { ${mutation}(input: $input) { id } }`, {
    input: { idempotencyKey: newKey(), ...input },
  });

const plain = new Set(["claimWork", "acceptWork", "withdrawWork", "resumeWork", "urgeWork", "grantReturn"]);
const reasoned = new Set([
  "declineWork",
  "supplementWork",
  "escalateWork",
  "refuseMoreTime",
  "refuseSuspension",
  "askForReturn",
  "refuseReturn",
  "liftCard",
  "cancelWork",
  "reopenWork",
]);

export function inputTypeOf(mutation: string) {
  if (plain.has(mutation)) return "StepInput";
  if (reasoned.has(mutation)) return "ReasonedStepInput";
  if (mutation === "closeWork") return "AssessInput";
  return `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;
}

export const itemOf = async (client: Client, id: string, fields = itemFields) =>
  (await client.run(`query ($id: ID!) { workItem(id: $id) { ${fields} } }`, { id })).workItem;

/** A community order to the ground's grid. */
export async function issued(ground: WorkGround, input: object = {}) {
  const matterId = await makeMatter(ground);
  const [item] = await act(ground.dispatcher, "issueOrder", {
    matterId,
    orderKind: "COMMUNITY",
    to: [{ gridId: ground.grid.id }],
    ...input,
  });
  return item;
}

export const communityFeedback = { kind: "DISPUTE", isResolved: true, done: "已劝离车辆，双方和解" };

import { dayOf } from "@maple-bridge/server/kernel/day";
import { newId } from "@maple-bridge/server/kernel/ids";
import { clock, type SignedIn } from "../../support/bureau.ts";
import { type Client, newKey } from "../../support/client.ts";
import { insertAnyRow } from "../../support/dated-rows.ts";
import { demand } from "../assignments/staffing.ts";
import { makeAbsence, makeGrid, makePoliceRoom, makeStation } from "../grids/ground.ts";
import { runOfItsOwn } from "../checklists/ground.ts";
import {
  act,
  communityFeedback,
  field,
  inputTypeOf,
  keepSignedIn,
  layWork,
  makeMatter,
  makeRule,
  seat,
  type WorkGround,
} from "./ground.ts";

/** Everybody who may have to do with work of a station, and some who may not. */
export interface World extends WorkGround {
  actors: Record<string, SignedIn>;
  /** Who can be told to do it: by an account's member. */
  accountOf: ReadonlyMap<string, string>;
  seats: { gridId: string }[];
  roomId: string;
  partnerId: string;
  rules: readonly string[];
}

const start = new Date("2026-03-03T09:00:00+08:00");
export const beginWalk = () => void (clock.at = start);
export const later = (minutes: number) => void (clock.at = new Date(clock.at!.getTime() + minutes * 60_000));

/** One who answers, one away with a substitute, a vacant seat, a chief with a seat, a room, a partner, and others elsewhere. */
export async function layWorld(): Promise<World> {
  const ground = await layWork();
  const { bureau, stationId } = ground;
  const [away, vacant, chiefs] = [
    await makeGrid(bureau, stationId),
    await makeGrid(bureau, stationId),
    await makeGrid(bureau, stationId),
  ];
  await demand(bureau, {});
  const absent = await field(bureau, stationId);
  await seat(bureau, away.id, absent.memberId);
  await makeAbsence(bureau, absent.memberId, {
    substituteId: ground.colleague.memberId,
    startsAt: new Date("2026-01-01T00:00:00Z"),
  });
  const roomId = await makePoliceRoom(bureau, stationId);
  const partnerId = await makeStation(bureau, { parentId: stationId, kind: "PARTNER", name: "测试街道办", level: 2 });
  const elsewhere = await makeStation(bureau);
  const { memberId: chiefMember } = await field(bureau, stationId);
  await seat(bureau, chiefs.id, chiefMember);
  const chief = await bureau.signIn({ role: "STATION_CHIEF", unitId: stationId, memberId: chiefMember });
  const room = await field(bureau, roomId);
  const partner = await field(bureau, partnerId);
  const other = await field(bureau, elsewhere);
  const actors = {
    officer: ground.officer,
    colleague: ground.colleague,
    absent,
    chief,
    room,
    partner,
    other,
    dispatcher: ground.dispatcher,
    administrator: bureau.administrator,
    otherDispatcher: await bureau.signIn({ role: "DISPATCHER", unitId: elsewhere }),
    auditor: await bureau.signIn({ role: "AUDITOR" }),
  };
  await keepSignedIn(bureau);
  const rules: string[] = [];
  for (const urgency of ["ORDINARY", "URGENT"] as const) {
    const short = urgency === "URGENT" ? { acceptWithin: 10, feedbackWithin: 120 } : {};
    for (const orderKind of ["INCIDENT", "CASE", "COMMUNITY", "SUPERVISION", "LINKAGE"])
      rules.push(await makeRule(bureau, { orderKind, urgency, ...unitOf(orderKind), ...short }));
    for (const kind of ["TASK", "RECEIPT"])
      rules.push(await makeRule(bureau, { kind, orderKind: null, urgency, ...short }));
  }
  const accountOf = new Map([
    [ground.officer.memberId, "officer"],
    [ground.colleague.memberId, "colleague"],
    [absent.memberId, "absent"],
    [chiefMember, "chief"],
    [room.memberId, "room"],
    [partner.memberId, "partner"],
    [other.memberId, "other"],
  ]);
  const seats = [ground.grid, away, vacant, chiefs].map(({ id }) => ({ gridId: id }));
  return { ...ground, chief, actors, accountOf, seats, roomId, partnerId, rules };
}

const unitOf = (orderKind: string) =>
  orderKind === "CASE"
    ? { unit: "WORKING_DAYS", acceptWithin: 1, feedbackWithin: 3, closeWithin: 7, reworkWithin: 2 }
    : orderKind === "COMMUNITY"
      ? { unit: "WORKING_MINUTES" }
      : {};

/** From a list, by a number that is any. */
export const pick = <T>(some: readonly T[], number: number): T => some[number % some.length]!;

const kinds = ["COMMUNITY", "INCIDENT", "CASE", "LINKAGE", "TASK", "RUN"] as const;

/** Issues work of some kind to somebody. */
export async function issueSome(world: World, chance: number): Promise<string> {
  const kind = pick(kinds, chance);
  if (kind === "RUN") return runOfItsOwn(world.bureau, pick(world.seats, Math.floor(chance / kinds.length)).gridId);
  const to = addressFor(world, kind, Math.floor(chance / kinds.length));
  const [item] =
    kind === "TASK"
      ? await act(world.dispatcher, "issueTask", { title: "入户宣传", to: [to] }, "id")
      : await act(
          world.dispatcher,
          "issueOrder",
          { matterId: await makeMatter(world), orderKind: kind, to: [to], title: "请协助处理", instructions: "请处理" },
          "id",
        );
  if (kind !== "TASK") await layReceipt(world, item.id);
  return item.id;
}

/** The receipt by which the colleague is the matter's first receiver: closed long ago. */
async function layReceipt({ bureau, stationId, colleague }: World, itemId: string) {
  const [id, eventId, at] = [newId(), newId(), new Date("2026-03-02T00:00:00Z")];
  await bureau.sql(async (sql) => {
    const [about] = await sql<
      { matterId: string }[]
    >`select matter_id as "matterId" from work_items where id = ${itemId}`;
    const { matterId } = about!;
    const address = { memberId: colleague.memberId, level: 3 };
    await insertAnyRow(sql, "work_items", {
      bureauId: bureau.id,
      id,
      number: `R-${id}`,
      kind: "RECEIPT",
      matterId,
      stationId,
      ...address,
      issuerUnitId: stationId,
      urgency: "ORDINARY",
      title: "首接",
      opensAt: at,
      state: "CLOSED",
      stateSince: at,
      closedAt: at,
      closedOn: "2026-03-02",
      outcome: "ISSUED_ON",
      lastSequence: 1,
      lastEventAt: at,
      lastEventId: eventId,
      createdAt: at,
    });
    await insertAnyRow(sql, "work_events", {
      bureauId: bureau.id,
      id: eventId,
      itemId: id,
      sequence: 1,
      at,
      action: "ISSUE",
      toState: "CLOSED",
      round: 1,
      actorName: "测试",
      cause: "PERSON",
      source: "DESK",
      ...address,
    });
  });
}

function addressFor({ seats, officer, colleague, roomId, partnerId, stationId }: World, kind: string, chance: number) {
  const units = [{ unitId: roomId }, { unitId: stationId }];
  if (kind === "LINKAGE") return { unitId: partnerId };
  if (kind === "CASE") return pick(units, chance);
  if (kind === "COMMUNITY") return pick(seats, chance);
  return pick([...seats, { memberId: officer.memberId }, { memberId: colleague.memberId }, ...units], chance);
}

const feedbacks: Record<string, object> = {
  INCIDENT: { sceneReport: { happened: "两车相撞", done: "已劝离" } },
  CASE: { caseAnswer: { isTakenOn: false, reason: "不属管辖" } },
  COMMUNITY: { communityFeedback },
  SUPERVISION: { rectification: { cause: "疏忽", done: "已补办" } },
  LINKAGE: { linkageResponse: { isTakenOn: true, response: "已派人" } },
  TASK: { taskResult: { done: "已完成" } },
  RUN: { runReport: { answers: [{ code: "DONE", told: "已走访" }] } },
};

export const walkFields = `id number kind orderKind state undecided isSuspended isOpen isVacant owedBy light version urgency card round nextDueAt warnAt isLate
  responsible { id } member { id } unit { id } grid { id } duty clocks { id clock isRunning dueAt }`;

/** What is known of an item, as its document asks. */
// oxlint-disable-next-line typescript/no-explicit-any
type Item = any;

export async function seenBy(client: Client, id: string, fields = walkFields): Promise<Item> {
  return (await client.run(`query ($id: ID!) { workItem(id: $id) { ${fields} viewerMay } }`, { id })).workItem;
}

/** What the step is asked with, right in all but whether it may be taken. */
export function inputFor(world: World, mutation: string, item: Item, chance: number): object {
  const { id, version, kind, orderKind, urgency, card } = item;
  const reason = "按规定办理";
  const expectedVersion = version;
  const running = item.clocks.find(({ isRunning }: { isRunning: boolean }) => isRunning)?.clock ?? "FEEDBACK";
  const until = new Date(clock.at!.getTime() + (1 + (chance % 5000)) * 60_000).toISOString();
  const inputs: Record<string, object> = {
    submitWork: { id, ...feedbacks[orderKind ?? kind] },
    fillRunLate: { id, ...feedbacks["RUN"], visitedOn: dayOf(clock.at!), reason },
    readdressWork: { id, to: readdressTo(world, item, chance), reason },
    closeWork: { id, expectedVersion },
    returnWork: { id, expectedVersion, reason },
    followUpWork: { id, expectedVersion, orderKind: "COMMUNITY", to: pick(world.seats, chance) },
    askForMoreTime: { id, clock: running, days: 1 + (chance % 5), reason },
    grantMoreTime: { id, days: 1 },
    askForSuspension: { id, reason, ...(chance % 3 === 0 && { until }) },
    grantSuspension: { id, ...(chance % 2 === 0 && { until }) },
    suspendWork: { id, reason, ...(chance % 2 === 0 && { until }) },
    superviseWork: { id, card: card === "YELLOW" || chance % 2 === 0 ? "RED" : "YELLOW", reason },
    changeUrgency: { id, urgency: urgency === "URGENT" ? "ORDINARY" : "URGENT", reason },
    ...Object.fromEntries(
      ["claimWork", "acceptWork", "withdrawWork", "resumeWork", "urgeWork", "arriveAtWork", "grantReturn"].map(
        (name) => [name, { id }],
      ),
    ),
  };
  return inputs[mutation] ?? { id, reason };
}

/** Within what the kind may go to: other orders than these go anywhere. */
const readdressTo = (world: World, { kind, orderKind }: Item, chance: number) =>
  addressFor(world, orderKind ?? kind, chance);

/** Whether the step succeeds; the refusal otherwise. */
export async function tryStep(client: Client, mutation: string, input: object): Promise<string | null> {
  const { errors } = await client.ask(
    `mutation ($input: ${inputTypeOf(mutation)}!) { ${mutation}(input: $input) { id } }`,
    {
      input: { idempotencyKey: newKey(), ...input },
    },
  );
  const [error] = errors ?? [];
  return error
    ? [error.extensions.code, ...(error.extensions.fields ?? []).map(({ code }) => code), error.message].join(" ")
    : null;
}

export const mutationsOfWork = [
  "claimWork",
  "acceptWork",
  "declineWork",
  "readdressWork",
  "arriveAtWork",
  "submitWork",
  "fillRunLate",
  "supplementWork",
  "withdrawWork",
  "closeWork",
  "returnWork",
  "followUpWork",
  "askForMoreTime",
  "grantMoreTime",
  "refuseMoreTime",
  "askForSuspension",
  "grantSuspension",
  "refuseSuspension",
  "suspendWork",
  "resumeWork",
  "urgeWork",
  "superviseWork",
  "liftCard",
  "escalateWork",
  "changeUrgency",
  "cancelWork",
  "reopenWork",
  "askForReturn",
  "grantReturn",
  "refuseReturn",
];

export const toldAs = (mutation: string) => mutation.replace(/[A-Z]/g, "_$&").toUpperCase();

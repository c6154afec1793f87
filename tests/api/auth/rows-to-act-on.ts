import { newId } from "@maple-bridge/server/kernel/ids";
import { hashOfSecret, newSecret } from "@maple-bridge/server/kernel/secrets";
import type { Bureau } from "../../support/bureau.ts";
import { type Client, newKey } from "../../support/client.ts";
import { insertAnyRow } from "../../support/dated-rows.ts";
import { assign, demand, fromNow } from "../assignments/staffing.ts";
import { makeDivision, makeGrid, makeMember, makeStation } from "../grids/ground.ts";
import { send } from "../imports/importing.ts";
import { asked, askForRole } from "./consents.ts";

/** A row and how it is read, as `data.row`; with `id`, out of sight it looks absent. */
export interface Row {
  type: string;
  id?: string;
  document: string;
}

export const node = (type: string, id: string): Row => ({
  type,
  id,
  document: `{ row: node(id: "${id}") { ... on ${type} { viewerMay } } }`,
});

export const single = (type: string, field: string): Row => ({ type, document: `{ row: ${field} { viewerMay } }` });

export async function actionsOn(client: Client, { document }: Row): Promise<string[] | undefined> {
  const { row } = await client.run(document);
  const first = Array.isArray(row) ? row[0] : row;
  return (first?.seats?.[0] ?? first)?.viewerMay;
}

const inputOf: Record<string, string> = {
  acceptAllClean: "WeekInput",
  confirmConsent: "ConsentCommandInput",
  declineConsent: "ConsentCommandInput",
  declineHandover: "EndHandoverInput",
  withdrawHandover: "EndHandoverInput",
  disableAccount: "AccountCommandInput",
  enableAccount: "AccountCommandInput",
  resetPassword: "AccountCommandInput",
  unlockAccount: "AccountCommandInput",
};

/** How a command ends: the code it is refused with and those of its fields. */
export async function endOf(client: Client, mutation: string, input: object) {
  const type = inputOf[mutation] ?? `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;
  const { errors } = await client.ask(`mutation ($input: ${type}!) { ${mutation}(input: $input) { __typename } }`, {
    input: { idempotencyKey: newKey(), ...input },
  });
  const { code, fields = [] } = errors?.[0]?.extensions ?? { code: "DONE" };
  return { code, fields: fields.map((field) => field.code) };
}

export const anyRowIn = async (bureau: Bureau, table: string, row: object) => {
  const id = newId();
  await bureau.sql((sql) => insertAnyRow(sql, table, { bureauId: bureau.id, id, ...row }));
  return id;
};

export const makeAccount = async (bureau: Bureau) => (await bureau.signIn({ role: "DISPATCHER" })).accountId;

export const makeApiToken = async (bureau: Bureau, row: object = {}) =>
  anyRowIn(bureau, "api_tokens", {
    accountId: await makeAccount(bureau),
    name: "测试",
    scope: "READ",
    prefix: "mb_",
    secretHash: hashOfSecret(newSecret()),
    createdAt: new Date(),
    expiresAt: fromNow(1),
    ...row,
  });

export const makeImport = async (bureau: Bureau) => {
  const rows = [["虚构甲", newId().slice(-8), "民警", ""]];
  const file = [["姓名", "警号", "类别", "单位"], ...rows].map((cells) => cells.join(",")).join("\r\n");
  return (await send(bureau, bureau.administrator, "MEMBERS", Buffer.from(file))).id;
};

/** In the place of the draft there may be. */
export async function makeCalendarDraft(bureau: Bureau): Promise<string> {
  const id = newId();
  await bureau.sql(async (sql) => {
    await sql`update calendar_revisions set state = 'DISCARDED' where bureau_id = ${bureau.id} and state = 'DRAFT'`;
    await sql`insert into calendar_revisions (bureau_id, id, number, state, announced_years)
      select ${bureau.id}, ${id}, coalesce(max(number), 0) + 1, 'DRAFT', '{}' from calendar_revisions where bureau_id = ${bureau.id}`;
  });
  return id;
}

export const makeConsent = async (bureau: Bureau) => asked(bureau, askForRole(bureau, await makeAccount(bureau)));

/** Shared with a unit. */
export const makeListView = async (bureau: Bureau, unitId: string) =>
  anyRowIn(bureau, "list_views", {
    accountId: await makeAccount(bureau),
    page: "grids",
    name: "测试",
    query: "",
    unitId,
  });

export const makeListExport = async (bureau: Bureau, row: object = {}) =>
  anyRowIn(bureau, "list_exports", {
    accountId: await makeAccount(bureau),
    state: "WAITING",
    caption: "测试",
    format: "csv",
    locale: "zh-CN",
    document: "{ bureau { name } }",
    asked: {},
    totalRows: 1,
    ...row,
  });

export const makeSession = async (bureau: Bureau) => (await bureau.signIn({ role: "DISPATCHER" })).sessionId;

export async function makeAssignment(bureau: Bureau, stationId: string, input: object = {}) {
  const [grid, member, another] = [
    await makeGrid(bureau, stationId),
    await makeMember(bureau, stationId),
    await makeMember(bureau, stationId),
  ];
  const { id, version } = await assign(bureau.administrator, {
    gridId: grid.id,
    memberId: member.id,
    from: fromNow(-30).toISOString(),
    reason: "补录",
    ...input,
  });
  return { id, version, another: another.id, grid };
}

/** As it is recorded, and not begun. */
export async function recordAbsence({ administrator }: Bureau, memberId: string): Promise<string> {
  const input = { idempotencyKey: newKey(), memberId, from: fromNow(3), to: fromNow(4), reason: "年休" };
  const document = `mutation ($input: RecordAbsenceInput!) { recordAbsence(input: $input) { id } }`;
  return (await administrator.run(document, { input })).recordAbsence.id;
}

export async function makeSeat(bureau: Bureau, stationId: string): Promise<Row> {
  await demand(bureau, { from: null });
  const { id } = await makeGrid(bureau, stationId);
  const document = `{ row: node(id: "${id}") { ... on Grid { seats { viewerMay } } } }`;
  return { type: "Seat", id, document };
}

export const makeRoleGrant = async (bureau: Bureau) =>
  anyRowIn(bureau, "role_grants", {
    accountId: await makeAccount(bureau),
    role: "MEMBER",
    unitId: await makeStation(bureau),
  });

export { makeDivision, makeGrid, makeMember, makeStation };

import { readFileSync } from "node:fs";
import postgres from "postgres";
import { expect } from "vitest";
import { type Bureau, type SignedIn, theServer } from "../../support/bureau.ts";
import { type Client, newKey } from "../../support/client.ts";

export type Rows = readonly (readonly string[])[];

export interface Sheet {
  columns: readonly string[];
  rows: Rows;
}

export type Kind = "GRIDS" | "MEMBERS" | "DISPUTES" | "HAZARDS" | "MATTERS" | "TASKS" | "DUTY_LINES" | "CHECKLISTS";

export interface Sent {
  status: number;
  id: string;
  errors: {
    message: string;
    extensions: { code: string; detail?: string; fields: { path: string[]; code: string }[] };
  }[];
}

const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;

export const bytesOf = ({ columns, rows }: Sheet) =>
  Buffer.from([columns, ...rows].map((cells) => cells.map(quoted).join(",")).join("\r\n"));

/** Sends a file as a form of the client's page does. */
export async function send(
  bureau: Bureau,
  client: Client,
  kind: string,
  bytes: Buffer,
  {
    fileName = "导入.csv",
    headers = {},
    like,
  }: { fileName?: string; headers?: Record<string, string>; like?: string } = {},
): Promise<Sent> {
  const boundary = "----maple-test";
  const part = (head: string, body: Buffer | string) =>
    Buffer.concat([
      Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; ${head}\r\n\r\n`),
      Buffer.from(body),
      Buffer.from("\r\n"),
    ]);
  const payload = Buffer.concat([
    part('name="kind"', kind),
    part(`name="file"; filename="${fileName}"`, bytes),
    Buffer.from(`--${boundary}--\r\n`),
  ]);
  const response = await bureau.app.fastify.inject({
    method: "POST",
    url: like === undefined ? "/imports" : `/imports?like=${like}`,
    headers: {
      ...client.headers,
      "x-maple-import": "1",
      ...headers,
      "content-type": `multipart/form-data; boundary=${boundary}`,
    },
    payload,
  });
  return { status: response.statusCode, id: "", errors: [], ...response.json<Partial<Sent>>() };
}

export async function upload(bureau: Bureau, kind: Kind, sheet: Sheet): Promise<string> {
  const { id, errors } = await send(bureau, bureau.administrator, kind, bytesOf(sheet));
  if (!id) throw new Error(`The upload was refused: ${JSON.stringify(errors)}`);
  return id;
}

export const download = async (bureau: Bureau, client: Client, url: string, headers: Record<string, string> = {}) => {
  const response = await bureau.app.fastify.inject({ method: "GET", url, headers: { ...client.headers, ...headers } });
  return { status: response.statusCode, type: response.headers["content-type"], bytes: response.rawPayload };
};

export const runFields = `id status kind fileName totalRows doneRows errorCount version
  errors(first: 100) { totalCount nodes { row column value code message params } }
  summary { stationsCreated policeRoomsCreated divisionsCreated gridsCreated gridsUpdated gridsUnchanged membersCreated membersUpdated membersUnchanged assignmentsCreated assignmentsUnchanged
    categoriesCreated mattersOpened mattersEnded mattersUnchanged tasksOpened tasksEnded tasksUnchanged deadlinesPassed phonesLeftOut receiversReplaced dutyLinesSet dutyLinesUnchanged checklistsDrafted checklistItems }`;

export interface Run {
  id: string;
  status: string;
  totalRows: number;
  doneRows: number;
  errorCount: number;
  version: number;
  errors: {
    totalCount: number;
    nodes: {
      row: number;
      column: string;
      value: string;
      code: string;
      message: string;
      params: Record<string, string | number>;
    }[];
  };
  summary: Record<string, number>;
}

export const read = async (client: Client, id: string): Promise<Run> =>
  (await client.run<{ import: Run }>(`query ($id: ID!) { import(id: $id) { ${runFields} } }`, { id })).import;

export const checkDocument = `mutation ($input: CheckImportInput!) { checkImport(input: $input) { ${runFields} } }`;
export const writeDocument = `mutation ($input: WriteImportInput!) { writeImport(input: $input) { ${runFields} } }`;
export const cancelDocument = `mutation ($input: CancelImportInput!) { cancelImport(input: $input) { ${runFields} } }`;
export const mapDocument = `mutation ($input: MapImportColumnsInput!) { mapImportColumns(input: $input) { mapping { column field } ${runFields} } }`;

export const everythingCreated = {
  openedOn: "2024-01-01",
  from: "2024-01-01",
  createStations: true,
  createDivisions: true,
};

/** Starts a check and waits, through reads, for its end. */
export async function check(client: Client, id: string, options: object = everythingCreated): Promise<Run> {
  await client.run(checkDocument, { input: { idempotencyKey: newKey(), id, ...options } });
  return ended(client, id);
}

/** Starts the writing and waits, through reads, for its end. */
export async function write(client: Client, { id, version }: Run): Promise<Run> {
  await client.run(writeDocument, { input: { idempotencyKey: newKey(), id, expectedVersion: version } });
  return ended(client, id);
}

export async function ended(client: Client, id: string): Promise<Run> {
  let run = await read(client, id);
  const isOver = async () => !["CHECKING", "WRITING"].includes((run = await read(client, id)).status);
  await expect.poll(isOver, patiently).toBe(true);
  return run;
}

/** The server that works on it is in this process: reads without a pause would keep it from its work. */
const patiently = { timeout: 120_000, interval: 20 };

/** Uploads, checks and writes a file that has nothing wrong with it. */
export async function importAll(
  bureau: Bureau,
  kind: Kind,
  sheet: Sheet,
  options: object = everythingCreated,
): Promise<Run> {
  const checked = await check(bureau.administrator, await upload(bureau, kind, sheet), options);
  if (checked.errorCount > 0) throw new Error(`The check found errors: ${JSON.stringify(checked.errors.nodes)}`);
  return write(bureau.administrator, checked);
}

/** The national divisions of one county, as they stand in the file of all. */
export function divisionsOf(county: string): Sheet {
  const [columns = "", ...lines] = readFileSync(divisionsFile, "utf8").trim().split("\n");
  return {
    columns: columns.split(","),
    rows: lines.map((line) => line.split(",")).filter((cells) => cells[4] === county),
  };
}

const divisionsFile = new URL("../../../drizzle/seed/data/divisions.csv", import.meta.url);

/** What the audit log tells of a row. */
export const deedsOf = (bureau: Bureau, entityId: string): Promise<string[]> =>
  bureau.sql(async (sql) => {
    const rows = await sql<
      { action: string }[]
    >`select action from audit_entries where bureau_id = ${bureau.id} and entity_id = ${entityId} order by sequence`;
    return rows.map((row) => row.action);
  });

export const errorsOf = ({ errors }: Run) =>
  errors.nodes.map(({ row, column, value, code }) => [row, column, value, code]);

export const gridColumns = ["网格编码", "网格名称", "网格类型", "派出所"];
export const memberColumns = ["警号", "姓名", "人员类别", "所属单位", "电话", "网格编码", "职务", "起始日期"];

export const countOf = async (bureau: Bureau, table: string): Promise<number> =>
  bureau.sql(async (sql) =>
    Number(
      (await sql<{ count: string }[]>`select count(*) from ${sql(table)} where bureau_id = ${bureau.id}`)[0]!.count,
    ),
  );

export const chiefOf = (bureau: Bureau, unitId: string): Promise<SignedIn> =>
  bureau.signIn({ role: "STATION_CHIEF", unitId });

/** Waits, through reads, until the audit log has been told of every row that was written. */
export async function recorded(bureau: Bureau): Promise<void> {
  await expect.poll(() => countOf(bureau, "import_deeds"), patiently).toBe(0);
}

export const villages: Sheet = {
  columns: gridColumns,
  rows: Array.from({ length: 300 }, (_, index) => [
    `4104811${String(Math.floor(index / 100)).padStart(2, "0")}${String(200 + (index % 100))}`,
    `第${index}村`,
    "村",
    "甲派出所",
  ]),
};

/** Starts the writing of a checked file. */
export const start = (bureau: Bureau, { id, version }: Run) =>
  bureau.administrator.run(writeDocument, { input: { idempotencyKey: newKey(), id, expectedVersion: version } });

/** Waits, through reads, until something of it is written. */
export async function progressOf(bureau: Bureau, id: string): Promise<Run> {
  for (;;) {
    const run = await read(bureau.administrator, id);
    if (run.doneRows > 0 || run.status !== "WRITING") return run;
  }
}

/** While it works, no check comes to the divisions: it stays under way. */
export async function whileChecksWait(work: () => Promise<void>) {
  const { superuserUrl } = await theServer();
  const superuser = postgres(superuserUrl, { max: 1 });
  try {
    await superuser.begin(async (sql) => {
      await sql`lock table divisions in access exclusive mode`;
      await work();
    });
  } finally {
    await superuser.end();
  }
}

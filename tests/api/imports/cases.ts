import { readFileSync } from "node:fs";
import { type Bureau, makeBureau } from "../../support/bureau.ts";
import { makeGrid, makeStation } from "../grids/ground.ts";
import { check, everythingCreated, type Run, send, type Sent } from "./importing.ts";

/** Files as people brought them, each failing once. Persons are invented; identity numbers have the invented area 999999. */
const caseFile = (name: string) => readFileSync(new URL(`../../cases/${name}`, import.meta.url));

export const sendCase = (bureau: Bureau, kind: "GRIDS" | "MEMBERS", name: string): Promise<Sent> =>
  send(bureau, bureau.administrator, kind, caseFile(name), { fileName: name });

/** The bureau whose people and grids the files are about. */
export async function makeYanhu(): Promise<Bureau & { stationId: string }> {
  const bureau = await makeBureau();
  await bureau.sql(async (sql) => {
    const name = "运城市公安局盐湖分局";
    await sql`update bureaus set name = ${name} where bureau_id = ${bureau.id}`;
    await sql`update units set name = ${name} where bureau_id = ${bureau.id} and parent_id is null`;
  });
  const stationId = await makeStation(bureau, { name: "解州派出所" });
  await makeGrid(bureau, stationId, { code: "140802100201", name: "示例村" });
  return { ...bureau, stationId };
}

const told = /* GraphQL */ `
  query ($id: ID!) {
    import(id: $id) {
      id
      version
      status
      sheet
      sheets {
        position
        name
        isHidden
        totalRows
        problem
      }
      columns
      mapping {
        column
        field
      }
      unreadColumns
      notes {
        code
        message
        params
      }
      preview {
        row
        cells
      }
      totalRows
      creations {
        kind
        name
        code
        rows
        likes
        isAsked
      }
    }
  }
`;

interface Told {
  id: string;
  version: number;
  status: string;
  sheet: number;
  sheets: { position: number; name: string; isHidden: boolean; totalRows: number; problem: string | null }[];
  columns: string[];
  mapping: { column: number; field: string }[];
  unreadColumns: string[];
  notes: { code: string; message: string; params: Record<string, unknown> }[];
  preview: { row: number; cells: string[] }[];
  totalRows: number;
  creations: { kind: string; name: string; code: string | null; rows: number; likes: string[]; isAsked: boolean }[];
}

/** What is told of a file before anything is checked, and of what a check would create. */
export const toldOf = async (bureau: Bureau, id: string): Promise<Told> =>
  (await bureau.administrator.run<{ import: Told }>(told, { id })).import;

/** Which field each title is taken for. */
export const fieldsOf = ({ columns, mapping }: Told) =>
  Object.fromEntries(mapping.map(({ column, field }) => [columns[column]!, field]));

export async function checkCase(
  bureau: Bureau,
  kind: "GRIDS" | "MEMBERS",
  name: string,
  options: object = everythingCreated,
): Promise<Run> {
  const { id, errors } = await sendCase(bureau, kind, name);
  if (!id) throw new Error(`The upload was refused: ${JSON.stringify(errors)}`);
  return check(bureau.administrator, id, options);
}

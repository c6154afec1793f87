import { newId } from "@maple-bridge/server/kernel/ids";
import type { Bureau } from "../../support/bureau.ts";
import { newKey } from "../../support/client.ts";
import { insertAnyRow } from "../../support/dated-rows.ts";

/** Rows that grids and assignments stand on; every person is invented. */
let numbers = 0;
const next = () => String(++numbers).padStart(4, "0");

const insert = async (bureau: Bureau, table: string, row: object) => {
  const id = newId();
  await bureau.sql((sql) => insertAnyRow(sql, table, { bureauId: bureau.id, id, ...row }));
  return id;
};

export const makeStation = (bureau: Bureau, row: object = {}) =>
  insert(bureau, "units", { parentId: bureau.rootId, kind: "STATION", name: `测试派出所${next()}`, level: 1, ...row });

export const makePoliceRoom = (bureau: Bureau, stationId: string, row: object = {}) =>
  insert(bureau, "units", { parentId: stationId, kind: "POLICE_ROOM", name: `测试警务室${next()}`, level: 2, ...row });

export const makeDivision = (bureau: Bureau, row: object = {}) =>
  insert(bureau, "divisions", { code: `41048110${next()}`, name: `测试村${next()}`, kind: "VILLAGE", ...row });

export const makeMember = async (
  bureau: Bureau,
  unitId: string,
  row: { kind?: string; name?: string; badge?: string; phone?: string; joinedOn?: string; leftOn?: string } = {},
) => {
  const badge = row.badge ?? `T${next()}`;
  const kind = row.kind ?? "OFFICER";
  const name = row.name ?? `虚构人员${next()}`;
  return {
    id: await insert(bureau, "members", { unitId, nameInitials: "xgry", ...row, badge, kind, name }),
    badge,
    name,
    kind,
  };
};

export const makeAbsence = (
  bureau: Bureau,
  memberId: string,
  row: { substituteId?: string; startsAt: Date; endsAt?: Date },
) => insert(bureau, "absences", { memberId, ...row });

export const createGrid = /* GraphQL */ `
  mutation ($input: CreateGridInput!) {
    createGrid(input: $input) {
      id
      code
      name
      version
    }
  }
`;

export interface MadeGrid {
  id: string;
  code: string;
  name: string;
  version: number;
}

/** An enterprise grid, which needs no division, open since 2020. */
export async function makeGrid(bureau: Bureau, stationId: string, input: object = {}): Promise<MadeGrid> {
  const code = `GRID-${next()}`;
  const { createGrid: grid } = await bureau.administrator.run<{ createGrid: MadeGrid }>(createGrid, {
    input: {
      idempotencyKey: newKey(),
      code,
      name: `测试网格${code}`,
      kind: "ENTERPRISE",
      stationId,
      openedOn: "2020-01-01",
      ...input,
    },
  });
  return grid;
}

/** The audit rows of an entity, oldest first. */
export const auditOf = (bureau: Bureau, entityId: string) =>
  bureau.sql(
    (sql) => sql<{ action: string; before: object | null; after: object | null; reason: string | null }[]>`
    select action, before, after, reason from audit_entries where bureau_id = ${bureau.id} and entity_id = ${entityId} order by sequence`,
  );

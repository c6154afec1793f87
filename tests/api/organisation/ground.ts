import { newId } from "@maple-bridge/server/kernel/ids";
import type { Bureau } from "../../support/bureau.ts";
import { newKey } from "../../support/client.ts";
import { insertAnyRow } from "../../support/dated-rows.ts";

export interface MadeUnit {
  id: string;
  version: number;
}

export const auditOf = (bureau: Bureau, entityId: string) =>
  bureau.sql(
    (sql) => sql<{ action: string; before: object | null; after: object | null; reason: string | null }[]>`
      select action, before, after, reason from audit_entries
      where bureau_id = ${bureau.id} and entity_id = ${entityId} order by sequence`,
  );

export const createUnit = /* GraphQL */ `
  mutation ($input: CreateUnitInput!) {
    createUnit(input: $input) {
      id
      version
      name
      code
      kind
      level
      position
      isOpen
      parent {
        id
      }
      viewerMay
    }
  }
`;

export async function makeUnit(bureau: Bureau, input: object = {}): Promise<MadeUnit> {
  const name = `测试单位${newId().slice(-6)}`;
  const variables = { input: { idempotencyKey: newKey(), parentId: bureau.rootId, kind: "STATION", name, ...input } };
  return (await bureau.administrator.run(createUnit, variables)).createUnit;
}

export const insertRow = async (bureau: Bureau, table: string, row: object): Promise<string> => {
  const id = newId();
  await bureau.sql((sql) => insertAnyRow(sql, table, { bureauId: bureau.id, id, ...row }));
  return id;
};

/** An invented person. */
export const insertMember = (bureau: Bureau, unitId: string, row: object = {}) =>
  insertRow(bureau, "members", {
    unitId,
    kind: "OFFICER",
    badge: `T${newId().slice(-8).toUpperCase()}`,
    name: "虚构人员",
    nameInitials: "xgry",
    ...row,
  });

export const insertGrid = (bureau: Bureau, stationId: string, row: object = {}) =>
  insertRow(bureau, "grids", {
    stationId,
    code: `G-${newId().slice(-8).toUpperCase()}`,
    codeScheme: "LOCAL",
    name: "测试网格",
    nameInitials: "cswg",
    kind: "ENTERPRISE",
    openedOn: "2024-01-01",
    ...row,
  });

export const codes = (refused: { fields: { path: (string | number)[]; code: string }[] }) =>
  refused.fields.map((field) => `${field.path.join(".")} ${field.code}`).sort();

import { newId } from "@maple-bridge/server/kernel/ids";
import type { Bureau } from "../../support/bureau.ts";
import { newKey } from "../../support/client.ts";
import { insertAnyRow } from "../../support/dated-rows.ts";

export const insertRow = async (bureau: Bureau, table: string, row: object): Promise<string> => {
  const id = newId();
  await bureau.sql((sql) => insertAnyRow(sql, table, { bureauId: bureau.id, id, ...row }));
  return id;
};

const short = () => newId().slice(-8).toUpperCase();

export const makeStation = (bureau: Bureau, row: object = {}) =>
  insertRow(bureau, "units", {
    parentId: bureau.rootId,
    kind: "STATION",
    name: `测试派出所${short()}`,
    level: 1,
    ...row,
  });

export const makeGrid = (bureau: Bureau, stationId: string, row: object = {}) =>
  insertRow(bureau, "grids", {
    stationId,
    code: `G-${short()}`,
    codeScheme: "LOCAL",
    name: "测试网格",
    nameInitials: "cswg",
    kind: "ENTERPRISE",
    openedOn: "2020-01-01",
    ...row,
  });

export const seat = (bureau: Bureau, gridId: string, memberId: string, row: object = {}) =>
  insertRow(bureau, "assignments", {
    gridId,
    memberId,
    duty: "RESPONSIBLE_OFFICER",
    startsAt: "2024-01-01T00:00:00+08:00",
    ...row,
  });

export const operation = (name: string, fields: string) =>
  `mutation ($input: ${name[0]!.toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { ${fields} } }`;

const fieldsOf: Record<string, string> = {
  recordAbsence: "id version startsAt endsAt reason substitute { name } member { status }",
  updateAbsence: "id version startsAt endsAt reason substitute { name } member { status }",
  cancelAbsence: "id version isCancelled member { absences { id } }",
  undoAbsence: "id version isCancelled viewerMay member { status absences { id } }",
};
const ofMember = "id version kind badge name phone status joinedOn leftOn unit { id } viewerMay";

export type By = Pick<Bureau["administrator"], "run" | "refused">;

/** Runs the command, as the administrator unless told otherwise. */
export const commands = (bureau: () => Bureau) => ({
  run: async (name: string, input: object, by: By = bureau().administrator) =>
    (await by.run(operation(name, fieldsOf[name] ?? ofMember), { input: { idempotencyKey: newKey(), ...input } }))[
      name
    ],
  refused: (name: string, input: object, by: By = bureau().administrator) =>
    by.refused(operation(name, fieldsOf[name] ?? ofMember), { input: { idempotencyKey: newKey(), ...input } }),
});

/** An invented person. */
export const makeMember = async (
  bureau: Bureau,
  unitId: string,
  input: object = {},
): Promise<{ id: string; name: string; badge: string; version: number }> => {
  const { run } = commands(() => bureau);
  return run("createMember", { kind: "OFFICER", badge: `T${short()}`, name: "虚构甲", unitId, ...input });
};

export const auditOf = (bureau: Bureau, entityId: string) =>
  bureau.sql(
    (sql) => sql<
      {
        action: string;
        before: Record<string, unknown> | null;
        after: Record<string, unknown> | null;
        reason: string | null;
      }[]
    >`
      select action, before, after, reason from audit_entries where bureau_id = ${bureau.id} and entity_id = ${entityId} order by sequence`,
  );

export const codes = (refused: { fields: { path: (string | number)[]; code: string }[] }) =>
  refused.fields.map((field) => `${field.path.join(".")} ${field.code}`).sort();

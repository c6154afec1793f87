import { createHash } from "node:crypto";
import type { importKinds } from "../../tables/imports.ts";
import type { importRuns } from "../../tables/imports.ts";
import type { Draft } from "../draft.ts";
import { administrator, type Deed, gridsLoadedOn, type Log, membersLoadedOn, tell } from "./log.ts";
import { later, officeMoment } from "./office-hours.ts";
import { firstDayOf } from "./seat-deeds.ts";

type Kind = (typeof importKinds)[number];
type Row = Omit<typeof importRuns.$inferInsert, "bureauId">;

export interface BroughtFile {
  kind: Kind;
  on: string;
  fileName: string;
  columns: Record<string, string>;
  options: Record<string, unknown>;
  totalRows: number;
  summary: Record<string, number>;
}

const gridColumns = {
  网格编码: "code",
  网格名称: "name",
  网格类型: "kind",
  派出所: "stationName",
  警务室: "policeRoom",
  户数: "households",
  人口: "population",
  统计年份: "countedYear",
};

const memberColumns = {
  "警号/编号": "badge",
  姓名: "name",
  人员类别: "kind",
  所属单位: "unitName",
  电话: "phone",
  网格编码: "gridCode",
  职务: "duty",
  起始日期: "from",
};

/** What there was to begin with. */
export const firstFiles = (draft: Draft): BroughtFile[] => [
  gridFile(draft),
  memberFile(
    "人员任职花名册.xlsx",
    membersLoadedOn,
    draft.members.filter(({ joinedOn }) => (joinedOn ?? "") <= membersLoadedOn).length,
    draft.assignments.filter((assignment) => firstDayOf(assignment) <= membersLoadedOn).length,
  ),
];

function gridFile({ units, divisions, grids }: Draft): BroughtFile {
  const brought = grids.filter(({ openedOn }) => openedOn <= gridsLoadedOn).length;
  return {
    ...{ kind: "GRIDS", on: gridsLoadedOn, fileName: "网格底册.xlsx", columns: gridColumns, totalRows: brought },
    options: { openedOn: "2024-01-01", createStations: true, createDivisions: true },
    summary: {
      stationsCreated: units.filter(({ kind }) => kind === "STATION").length,
      divisionsCreated: divisions.length,
      ...{ gridsCreated: brought, gridsUpdated: 0, gridsUnchanged: 0 },
    },
  };
}

export const memberFile = (fileName: string, on: string, members: number, assignments: number): BroughtFile => ({
  ...{ kind: "MEMBERS", on, fileName, columns: memberColumns, totalRows: Math.max(members, assignments) },
  options: { createStations: false, createDivisions: false },
  summary: {
    ...{ membersCreated: members, membersUpdated: 0, membersUnchanged: 0 },
    ...{ assignmentsCreated: assignments, assignmentsUnchanged: 0 },
  },
});

/** A file is told of by its own steps; what it brought, row by row, is not. */
export function tellImport(log: Log, file: BroughtFile): Row {
  const { kind, fileName, options, totalRows, summary } = file;
  const id = log.draft.newId();
  const fileDigest = createHash("sha256").update(`${log.draft.code} ${fileName}`).digest("hex");
  const step = (action: string, after: object): Deed => ({ action, entity: { type: "ImportRun", id }, after });
  const createdAt = officeMoment(log.draft.pastRandom, file.on);
  const finishedAt = later(createdAt, 11.5);
  tell(log, createdAt, administrator, step("import.upload", { kind, fileName, fileDigest, totalRows }));
  tell(log, later(createdAt, 4), administrator, step("import.check", options));
  tell(log, later(createdAt, 4.2), administrator, step("import.checked", { errorCount: 0, ...summary }));
  tell(log, later(createdAt, 11), administrator, step("import.write", { fileName }));
  tell(log, finishedAt, administrator, step("import.finish", { fileName, ...summary }));
  const times = { createdAt: createdAt.toISOString(), finishedAt: finishedAt.toISOString() };
  return { id, accountId: accountOf(log.draft), status: "WRITTEN", fileDigest, ...rowOf(file), ...times, version: 5 };
}

const rowOf = ({ kind, fileName, columns, options, totalRows, summary }: BroughtFile) => ({
  ...{ kind, fileName, options, totalRows, summary, doneRows: totalRows },
  sheets: [{ name: "Sheet1", isHidden: false, totalRows }],
  columns: Object.keys(columns),
  mapping: Object.fromEntries(Object.values(columns).map((field, index) => [String(index), field])),
});

const accountOf = ({ accounts }: Draft) => accounts.find(({ name }) => name === administrator)!.accountId;

import type { FieldFault } from "#kernel/errors";
import type { DivisionKind } from "./division-kind.ts";
import type { DivisionRow } from "./division.store.ts";
import type { Named } from "./named.ts";

/** A division as somebody lists it, with the names of those above it where they may be missing. */
export interface DivisionEntry {
  code: string;
  name: string;
  kind?: DivisionKind | null;
  townshipName?: string | null;
  countyName?: string | null;
}

export type Addition = Pick<DivisionRow, "code" | "name" | "kind">;

const committeeRanges: readonly [from: number, to: number, kind: DivisionKind][] = [
  [1, 199, "COMMUNITY"],
  [200, 399, "VILLAGE"],
  [400, 499, "COMMUNITY"],
  [500, 599, "VILLAGE"],
];

/** What the national code says a division is; undefined for what is no code. */
export function kindOfCode(code: string): DivisionKind | undefined {
  if (!hasCodeShape(code)) return undefined;
  if (code.length === 6) return "COUNTY";
  if (code.length === 9) return "TOWNSHIP";
  const number = Number(code.slice(9));
  return committeeRanges.find(([from, to]) => number >= from && number <= to)?.[2];
}

const hasCodeShape = (code: string) =>
  /^\d{6}(\d{3}){0,2}$/.test(code) && ![code.slice(6, 9), code.slice(9)].includes("000");

export const parentCodeOf = (code: string) => (code.length > 6 ? code.slice(0, -3) : undefined);

/** The code and those above it. */
export const codesUpward = (code: string): string[] =>
  [6, 9, 12].filter((length) => length <= code.length).map((length) => code.slice(0, length));

export function codeFaults(
  entry: Pick<DivisionEntry, "code" | "kind">,
  path: (field: string) => FieldFault["path"],
): FieldFault[] {
  const { code, kind } = entry;
  if (!hasCodeShape(code)) return [{ path: path("code"), code: "DIVISION_CODE_SHAPE" }];
  const kindTold = kindOfCode(code);
  if (!kindTold) return [{ path: path("code"), code: "DIVISION_CODE_RANGE" }];
  return kind && kind !== kindTold ? [{ path: path("kind"), code: "DIVISION_KIND", params: { code } }] : [];
}

export interface DivisionPlan {
  additions: Addition[];
  faults: FieldFault[];
  conflicts: FieldFault[];
}

/** What a list adds to the divisions that are there, those above its rows included; rows already there are left as they are. */
export function planDivisions(
  entries: readonly DivisionEntry[],
  known: ReadonlyMap<string, DivisionRow>,
  pathOf: (row: number, field: string) => FieldFault["path"],
): DivisionPlan {
  const plan: DivisionPlan = { additions: [], faults: [], conflicts: [] };
  const names = namesOf(entries);
  const rowOf = new Map<string, number>();
  const added = new Set<string>();
  entries.forEach((entry, row) => {
    const path = (field: string) => pathOf(row, field);
    const faults = codeFaults(entry, path);
    plan.faults.push(...faults);
    if (faults.length > 0) return;
    const earlier = rowOf.get(entry.code);
    if (earlier !== undefined)
      return void plan.faults.push({
        path: path("code"),
        code: "DIVISION_CODE_TWICE",
        params: { code: entry.code, row: earlier + 1 },
      });
    rowOf.set(entry.code, row);
    for (const code of codesUpward(entry.code)) {
      const there = known.get(code);
      if (there) plan.conflicts.push(...collisions(there, entry, path));
      else if (names.has(code)) {
        if (!added.has(code)) plan.additions.push({ code, name: names.get(code)!, kind: kindOfCode(code)! });
        added.add(code);
      } else plan.faults.push({ path: path("code"), code: "DIVISION_PARENT", params: { code } });
    }
  });
  return plan;
}

function collisions(
  there: DivisionRow,
  entry: DivisionEntry,
  path: (field: string) => FieldFault["path"],
): FieldFault[] {
  if (there.code === entry.code)
    return there.name === entry.name
      ? []
      : [{ path: path("code"), code: "DIVISION_CODE_TAKEN", params: { code: there.code, name: there.name } }];
  return there.closedOn === null
    ? []
    : [{ path: path("code"), code: "DIVISION_CLOSED", params: { name: there.name, closedOn: there.closedOn } }];
}

/** Names by code: what rows say of those above them, and of themselves. */
function namesOf(entries: readonly DivisionEntry[]): Map<string, string> {
  const names = new Map<string, string>();
  for (const { code, countyName, townshipName } of entries) {
    if (countyName && code.length > 6) names.set(code.slice(0, 6), countyName);
    if (townshipName && code.length > 9) names.set(code.slice(0, 9), townshipName);
  }
  for (const { code, name } of entries) names.set(code, name);
  return names;
}

/** A division that reopens stays for good, so no closing of the one above it may be planned. */
export function divisionReopeningFaults(parent: DivisionRow | null): FieldFault[] {
  if (parent === null || parent.closedOn === null) return [];
  const params = { name: parent.name, closedOn: parent.closedOn };
  return [{ path: ["input", "id"], code: "DIVISION_CLOSED", params }];
}

export const divisionClosingFaults = (below: Named): FieldFault[] =>
  below.count > 0 ? [{ path: ["input", "on"], code: "DIVISION_HAS_DIVISIONS", params: { ...below } }] : [];

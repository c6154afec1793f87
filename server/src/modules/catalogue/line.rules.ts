import type { FieldFault } from "#kernel/errors";
import type { Duty, GridKind } from "#modules/grids";
import type { UnitKind } from "#modules/organisation";
import type { SixRole } from "./catalogue.enums.ts";

const unitKinds = ["STATION", "COMMAND_ROOM", "DESK", "POLICE_ROOM"] as const satisfies readonly UnitKind[];

/** A kind of unit that may have lines. */
export type DutyUnit = (typeof unitKinds)[number];

/** Whose line it is: of a duty, at grids of a kind or of a level only where either is said, or of a kind of unit. */
export interface Owner {
  duty: Duty | null;
  gridKind: GridKind | null;
  level: number | null;
  unitKind: DutyUnit | null;
}

/** As it is asked for. */
export type AskedOwner = Omit<Owner, "unitKind"> & { unitKind: UnitKind | null };

/** What a revision says; another one has other words. */
export interface LineDraft extends Owner {
  /** Null for the bureau's. */
  stationId: string | null;
  code: string;
  title: string;
  text: string | null;
  serves: SixRole | null;
  position: number;
  isSetAside: boolean;
  isOurs: boolean;
}

export interface LineRow extends LineDraft {
  id: string;
  revision: number;
  endsAt: Date | null;
  version: number;
}

/** As the database makes it of the same columns. */
export const ownerOf = ({ duty, gridKind, level, unitKind }: Owner): string =>
  [duty ?? unitKind, gridKind, level].filter((part) => part !== null).join(".");

/** The same in all revisions of a line. */
export const keyOf = (line: Pick<LineDraft, "stationId" | "code"> & Owner): string =>
  `${line.stationId ?? ""}/${nameOf(line)}`;

/** Of the bureau's line and of the station's that stands in its place. */
export const nameOf = (line: Pick<LineDraft, "code"> & Owner): string => `${ownerOf(line)}/${line.code}`;

/** What is told of a line, and what another revision has otherwise. */
export const shown = (line: LineDraft) => ({
  stationId: line.stationId,
  duty: line.duty,
  gridKind: line.gridKind,
  level: line.level,
  unitKind: line.unitKind,
  code: line.code,
  title: line.title,
  text: line.text,
  serves: line.serves,
  position: line.position,
  isSetAside: line.isSetAside,
});

const isSame = (a: LineDraft, b: LineDraft) => JSON.stringify(shown(a)) === JSON.stringify(shown(b));

export interface Step {
  draft: LineDraft;
  /** The revision in force; it ends where it does not say the same. */
  current?: LineRow;
  isKept: boolean;
  /** The new one's. */
  revision: number;
}

/** What is to be done for the drafts to be in force, given the last revision of each line. */
export function stepsTo(lines: readonly LineRow[], drafts: readonly LineDraft[]): Step[] {
  const last = new Map(lines.map((line) => [keyOf(line), line]));
  return drafts.map((draft) => {
    const before = last.get(keyOf(draft));
    const current = before?.endsAt === null ? before : undefined;
    return {
      draft,
      current,
      isKept: current !== undefined && isSame(current, draft),
      revision: (before?.revision ?? 0) + 1,
    };
  });
}

/** The station's own lines in force. */
export const standingOf = (lines: readonly LineRow[], stationId: string | null) =>
  lines.filter((line) => line.stationId === stationId && line.endsAt === null);

/** For the station to have the model's catalogue: lines to set, and those that end because the model has none of its own there. */
export function copyOf(lines: readonly LineRow[], modelId: string, stationId: string) {
  const drafts = standingOf(lines, modelId).map((line): LineDraft => Object.assign({}, line, { stationId }));
  const names = new Set(drafts.map(nameOf));
  return { drafts, ended: standingOf(lines, stationId).filter((line) => !names.has(nameOf(line))) };
}

const levels: ReadonlySet<number> = new Set([2, 3]);

/** The kind, where it may have lines. */
export const dutyUnit = (kind: UnitKind | null): DutyUnit | null => unitKinds.find((each) => each === kind) ?? null;

export function faultsOfOwner({ duty, gridKind, level, unitKind }: AskedOwner): FieldFault[] {
  const fault = (field: string, code: string, params?: FieldFault["params"]): FieldFault => ({
    path: ["input", field],
    code,
    ...(params && { params }),
  });
  const isLevel = level === null || levels.has(level);
  return [
    ...((duty === null) === (unitKind === null) ? [fault(duty ? "unitKind" : "duty", "DUTY_LINE_OWNER")] : []),
    ...(unitKind !== null && dutyUnit(unitKind) === null ? [fault("unitKind", "DUTY_LINE_UNIT_KIND")] : []),
    ...(duty === null && gridKind !== null ? [fault("gridKind", "DUTY_LINE_PART")] : []),
    ...(level !== null && (duty === null || gridKind !== null) ? [fault("level", "DUTY_LINE_PART")] : []),
    ...(isLevel ? [] : [fault("level", "OUT_OF_RANGE", { least: 2, most: 3 })]),
  ];
}

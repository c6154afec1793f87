import type { DutyLineDraft } from "#modules/catalogue";
import { keyOfName } from "#kernel/written";
import type { dutyColumns } from "./duty-columns.ts";
import type { ImportOptions } from "./import-options.ts";
import type { CatalogueGround, GroundLine } from "./catalogue-ground.ts";
import type { LedgerLine } from "./ledger-lines.ts";
import { shortened } from "./matter-plan.rules.ts";
import { type Refuse, refusals, type RowFault } from "./refusals.ts";
import { stationNamed } from "./station-named.ts";

export type DutyRow = LedgerLine<typeof dutyColumns>;

export interface DutyPlan {
  lines: DutyLineDraft[];
  unchanged: number;
  faults: RowFault[];
}

const unitKinds = ["STATION", "COMMAND_ROOM", "DESK", "POLICE_ROOM"] as const;
type UnitKind = (typeof unitKinds)[number];
const isUnit = (owner: string): owner is UnitKind => unitKinds.some((kind) => kind === owner);

const mostOfTitle = 60;
const mostOfText = 500;
const mostPosition = 999;

/** The revisions that rows of a duty list would put in force. */
export function planDuties(rows: readonly DutyRow[], ground: CatalogueGround, options: ImportOptions): DutyPlan {
  const { faults, at } = refusals();
  const stationOf = stationNamed(ground, options);
  const drafts = new Map<string, { draft: DutyLineDraft; row: number }>();
  let unchanged = 0;
  for (const row of rows) {
    const refuse = at(row.row);
    const stationId = stationOf(row.stationName, refuse);
    if (stationId === undefined) continue;
    const owner = ownerOf(row, refuse);
    if (!owner) continue;
    const there = ground.dutyLines.filter((line) => line.stationId === stationId && keyOf(line) === keyOf(owner));
    const own = [...drafts.values()].map(({ draft }) => draft);
    const standing = [...there, ...own.filter((line) => line.stationId === stationId && keyOf(line) === keyOf(owner))];
    const title = shortened(row.title!, mostOfTitle);
    const before = there.find(({ code, title: of }) =>
      row.code ? code === row.code : keyOfName(of) === keyOfName(title),
    );
    const twin = row.code ? undefined : own.find((line) => line.title === title && standing.includes(line));
    const code = row.code ?? before?.code ?? twin?.code ?? nextCode(standing);
    const key = `${stationId ?? ""} ${keyOf(owner)} ${code}`;
    const other = drafts.get(key);
    if (other) {
      refuse(row.code ? "code" : "title", "ROW_LEDGER_TWICE", { otherRow: other.row });
      continue;
    }
    const text = [title === row.title ? undefined : row.title, row.text].filter(Boolean).join("\n") || null;
    if (text && [...text].length > mostOfText) refuse("text", "TOO_LONG", { most: mostOfText });
    const last = Math.max(0, ...standing.map(({ position }) => position));
    const draft = {
      ...owner,
      stationId,
      code,
      title,
      text,
      serves: before?.serves ?? null,
      position: before?.position ?? Math.min(last + 1, mostPosition),
      isSetAside: false,
      isOurs: false,
    } as DutyLineDraft;
    if (before && isInForce(before) && before.title === title && before.text === text) unchanged += 1;
    else drafts.set(key, { draft, row: row.row });
  }
  return { lines: [...drafts.values()].map(({ draft }) => draft), unchanged, faults };
}

const isInForce = ({ endsAt, isSetAside }: GroundLine) => endsAt === null && !isSetAside;

type Owner = Pick<DutyLineDraft, "duty" | "gridKind" | "level" | "unitKind">;

const keyOf = ({ duty, gridKind, level, unitKind }: Owner) => [duty ?? unitKind, gridKind, level].join(".");

function ownerOf({ owner, gridKind }: DutyRow, refuse: Refuse): Owner | undefined {
  if (!isUnit(owner!)) return { duty: owner!, gridKind: gridKind ?? null, level: null, unitKind: null };
  if (gridKind) return refuse("gridKind", "ROW_GRID_KIND_OF_UNIT");
  return { duty: null, gridKind: null, level: null, unitKind: owner };
}

function nextCode(standing: readonly { code: string }[]): string {
  const taken = new Set(standing.map(({ code }) => code));
  let count = standing.length + 1;
  while (taken.has(`LINE_${count}`)) count += 1;
  return `LINE_${count}`;
}

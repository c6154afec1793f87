import { asCode } from "#kernel/written";
import type { BroughtItem } from "#modules/work";
import type { ImportOptions } from "./import-options.ts";
import type { LedgerGround } from "./ledger-ground.ts";
import type { LedgerLine } from "./ledger-lines.ts";
import { markOf } from "./ledger-mark.ts";
import { type LedgerBook, ledgerBook } from "./ledger-place.rules.ts";
import { endingOf } from "./ledger-standing.rules.ts";
import { shortened } from "./matter-plan.rules.ts";
import { type Refuse, refusals, type RowFault } from "./refusals.ts";
import type { taskColumns } from "./task-columns.ts";

export type TaskLine = LedgerLine<typeof taskColumns>;

export interface LedgerTask extends BroughtItem {
  mark: string;
  row: number;
}

export interface TaskPlan {
  open: LedgerTask[];
  ended: LedgerTask[];
  unchanged: number;
  deadlinesPassed: number;
  touched: ReturnType<LedgerBook["touched"]>;
  faults: RowFault[];
}

/** What the rows of a ledger of tasks would write on this ground. Those that are there already are left as they are. */
export function planTasks(
  { rows, refused }: { rows: readonly TaskLine[]; refused: readonly Partial<TaskLine>[] },
  ground: LedgerGround,
  options: ImportOptions,
  newId: () => string,
): TaskPlan {
  const { faults, at } = refusals();
  const book = ledgerBook(ground, options);
  const marks = new Set(ground.marks.map(({ id }) => id));
  const numbers = new Set(ground.numbers.map(({ number }) => asCode(number)));
  const seen = new Map<string, number>();
  const { prefix } = ground.series;
  let { last } = ground.series;
  let unchanged = 0;
  let deadlinesPassed = 0;
  const open: LedgerTask[] = [];
  const ended: LedgerTask[] = [];

  for (const line of rows) {
    const refuse = at(line.row);
    if (line.number && numbers.has(asCode(line.number))) {
      unchanged += 1;
      continue;
    }
    const faultsBefore = faults.length;
    const address = addressOf(book, line, refuse);
    const days = { since: line.issuedOn, today: ground.today, usual: options.from };
    const ending = endingOf(line, days, refuse);
    if (line.issuedOn && line.issuedOn > ground.today) refuse("issuedOn", "ROW_DAY_AHEAD");
    if (!address || ending === undefined || faults.length > faultsBefore) continue;
    const mark = markOf({
      kind: "TASKS",
      stationId: address.stationId,
      number: line.number,
      on: line.issuedOn ?? line.dueOn,
      says: [address.gridId ?? address.memberId ?? address.unitId ?? "", line.title, line.instructions],
    });
    const otherRow = seen.get(mark);
    if (otherRow !== undefined) refuse(line.number ? "number" : "title", "ROW_LEDGER_TWICE", { otherRow });
    if (otherRow !== undefined) continue;
    seen.set(mark, line.row);
    if (marks.has(mark)) {
      unchanged += 1;
      continue;
    }
    const isPast = ending === null && line.dueOn !== undefined && line.dueOn < ground.today;
    deadlinesPassed += isPast ? 1 : 0;
    if (address.memberId) book.bearsOn(address.memberId);
    last += 1;
    (ending ? ended : open).push({
      ...address,
      id: newId(),
      mark,
      row: line.row,
      number: `${prefix}${String(last).padStart(6, "0")}`,
      kind: "TASK",
      matterId: null,
      issuerUnitId: address.stationId,
      urgency: line.urgency ?? "ORDINARY",
      title: shortened(line.title!, mostOfTitle),
      instructions: instructionsOf(line, { isPast, note: ending?.note ?? null }),
      dueOn: ending === null && !isPast ? (line.dueOn ?? null) : null,
      closedOn: ending?.on ?? null,
    });
  }
  for (const line of refused) if (line.grid || line.stationName) book.placeOf(line, at(line.row!));
  return { open, ended, unchanged, deadlinesPassed, touched: book.touched(), faults };
}

const mostOfTitle = 100;

/** Of what a task says the whole stands there, and what the ledger tells of its end. */
function instructionsOf(
  { title, instructions, dueOn }: TaskLine,
  { isPast, note }: { isPast: boolean; note: string | null },
) {
  const told = [
    [...title!].length > mostOfTitle ? title : undefined,
    instructions,
    isPast ? `台账所载期限：${dueOn}` : undefined,
    note ? `台账所载结果：${note}` : undefined,
  ].filter(Boolean);
  return told.join("\n") || null;
}

const nobody = { gridId: null, duty: null, memberId: null, unitId: null };

/** A member who is named, else the seat at a grid, else a unit. */
function addressOf(book: LedgerBook, line: TaskLine, refuse: Refuse) {
  const unit = line.unitName ? book.unitNamed(line.unitName, refuse) : undefined;
  if (line.unitName && !unit) return undefined;
  const unitStation = unit && (book.stationOver(unit.id) ?? unit.id);
  if (!line.receiver && !line.grid && unit)
    return { ...nobody, unitId: unit.id, stationId: unitStation!, level: unit.kind === "BUREAU" ? 0 : 1 };
  if (!line.receiver && !line.grid) return refuse("receiver", "ROW_TASK_OF_NOBODY");
  const station = line.stationName ?? (unit?.kind === "STATION" ? unit.name : undefined);
  const place =
    line.receiver && !line.grid && !station ? null : book.placeOf({ ...line, stationName: station }, refuse);
  if (place === undefined) return undefined;
  if (line.receiver) {
    const found = book.staffNamed(line.receiver, place?.stationId);
    if (!("member" in found)) return refuse("receiver", found.code);
    const { id, unitId } = found.member;
    return { ...nobody, memberId: id, stationId: book.stationOver(unitId) ?? unitId, level: 3 };
  }
  if (!place?.grid) return refuse("receiver", "ROW_TASK_OF_NOBODY");
  return {
    ...nobody,
    gridId: place.grid.id,
    duty: line.duty ?? ("RESPONSIBLE_OFFICER" as const),
    stationId: place.stationId,
    level: 3,
  };
}

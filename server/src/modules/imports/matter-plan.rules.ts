import type { BroughtMatter, MatterKind } from "#modules/matters";
import { asCode } from "#kernel/written";
import { categoryBook, type NamedCategory, type NewCategory } from "./category-book.ts";
import type { MattersKind } from "./columns.ts";
import type { ImportOptions } from "./import-options.ts";
import type { LedgerGround } from "./ledger-ground.ts";
import type { LedgerLine } from "./ledger-lines.ts";
import { markOf } from "./ledger-mark.ts";
import { type LedgerBook, ledgerBook, type Place } from "./ledger-place.rules.ts";
import { type Ending, endingOf } from "./ledger-standing.rules.ts";
import type { hazardColumns, matterColumns } from "./matter-columns.ts";
import { type Refuse, refusals, type RowFault } from "./refusals.ts";

/** A column that the kind has not is as one that the file lacks. */
export type MatterLine = LedgerLine<typeof matterColumns & typeof hazardColumns>;

export interface LedgerMatter extends BroughtMatter {
  /** By which the row is known again. */
  mark: string;
  row: number;
}

export interface MatterPlan {
  categories: NewCategory[];
  namedCategories: NamedCategory[];
  open: LedgerMatter[];
  ended: LedgerMatter[];
  unchanged: number;
  deadlinesPassed: number;
  phonesLeftOut: number;
  receiversReplaced: number;
  touched: ReturnType<LedgerBook["touched"]>;
  faults: RowFault[];
}

const kinds: Record<MattersKind, MatterKind | undefined> = {
  DISPUTES: "DISPUTE",
  HAZARDS: "HAZARD",
  MATTERS: undefined,
};

/** What the rows of a ledger would write on this ground. Those that are there already are left as they are. */
export function planMatters(
  kind: MattersKind,
  { rows, refused }: { rows: readonly MatterLine[]; refused: readonly Partial<MatterLine>[] },
  ground: LedgerGround,
  options: ImportOptions,
  newId: () => string,
): MatterPlan {
  const { faults, at } = refusals();
  const book = ledgerBook(ground, options);
  const categories = categoryBook(ground.categories, options.names, newId);
  const marks = new Set(ground.marks.map(({ id }) => id));
  const numbers = new Map(ground.numbers.map(({ number, kind }) => [asCode(number), kind]));
  const seen = new Map<string, number>();
  const counts = { unchanged: 0, deadlinesPassed: 0, phonesLeftOut: 0, receiversReplaced: 0 };
  const { prefix } = ground.series;
  let { last } = ground.series;
  const open: LedgerMatter[] = [];
  const ended: LedgerMatter[] = [];

  for (const line of rows) {
    const refuse = at(line.row);
    const faultsBefore = faults.length;
    const ofKind = kinds[kind] ?? line.kind!;
    const own = line.number && numbers.get(asCode(line.number));
    if (own && own !== ofKind) refuse("number", "ROW_NUMBER_OF_OTHER_KIND");
    else if (own) counts.unchanged += 1;
    if (own) continue;
    const place = book.placeOf(line, refuse);
    const mark = place && markOf(marked(kind, line, place));
    if (mark && isTwice(seen, mark, line, refuse)) continue;
    if (mark && marks.has(mark)) {
      counts.unchanged += 1;
      continue;
    }
    const said = textsOf(line, ground.today);
    const categoryId = categories.categoryOf(ofKind, line.category, refuse);
    const ending = endingOf(line, { since: line.foundOn, today: ground.today, usual: options.from }, refuse);
    if (line.foundOn! > ground.today) refuse("foundOn", "ROW_DAY_AHEAD");
    if (place && !place.grid && !line.address) refuse("address", "REQUIRED");
    const receiver = place && ending !== undefined ? receiverOf(book, line, place, ending, refuse) : undefined;
    if (faults.length > faultsBefore || !place || !categoryId || ending === undefined || !mark || !receiver) continue;
    book.bearsOn(receiver.id);
    counts.phonesLeftOut += said.phones;
    counts.deadlinesPassed += ending === null && said.isPast ? 1 : 0;
    counts.receiversReplaced += receiver.isReplaced ? 1 : 0;
    last += 1;
    (ending ? ended : open).push({
      id: newId(),
      mark,
      row: line.row,
      number: `${prefix}${String(last).padStart(6, "0")}`,
      kind: ofKind,
      categoryId,
      source: line.source ?? "LEDGER",
      urgency: line.urgency ?? "ORDINARY",
      title: said.title ?? `${place.grid?.name ?? line.address} ${line.category ?? "事项"}`,
      description: said.description,
      gridId: place.grid?.id ?? null,
      stationId: place.stationId,
      address: line.address ?? null,
      firstReceiverId: receiver.id,
      happenedOn: line.foundOn!,
      ending: ending && { ...ending, note: ending.note && masked(ending.note) },
      receipt: ending ? null : { id: newId(), dueOn: said.isPast ? null : (line.dueOn ?? null) },
    });
  }
  for (const line of refused) lookUp(book, categories, line, kinds[kind] ?? line.kind, at(line.row!));
  return {
    categories: categories.created(),
    namedCategories: categories.named(),
    open,
    ended,
    ...counts,
    touched: book.touched(),
    faults,
  };
}

function lookUp(
  book: LedgerBook,
  categories: ReturnType<typeof categoryBook>,
  line: Partial<MatterLine>,
  kind: MatterKind | undefined,
  refuse: Refuse,
) {
  if (line.grid || line.stationName) book.placeOf(line, refuse);
  if (kind && line.category) categories.categoryOf(kind, line.category, refuse);
}

const marked = (kind: MattersKind, line: MatterLine, { stationId, grid }: Place) => ({
  kind,
  stationId,
  number: line.number,
  on: line.foundOn,
  says: [grid?.code ?? line.address, line.title, line.description],
});

function isTwice(seen: Map<string, number>, mark: string, { row, number }: MatterLine, refuse: Refuse): boolean {
  const otherRow = seen.get(mark);
  if (otherRow === undefined) seen.set(mark, row);
  else refuse(number ? "number" : "description", "ROW_LEDGER_TWICE", { otherRow });
  return otherRow !== undefined;
}

/** Whom the row names; of one that has ended somebody may be named who has left, and then whoever answers now stands for them. */
function receiverOf(book: LedgerBook, line: MatterLine, place: Place, ending: Ending | null, refuse: Refuse) {
  const found = line.receiver ? book.staffNamed(line.receiver, place.stationId) : undefined;
  if (found && "member" in found) return { id: found.member.id, isReplaced: false };
  if (found && ending === null) return refuse("receiver", found.code);
  const id = book.receiverAt(place);
  return id ? { id, isReplaced: found !== undefined } : refuse("grid", "ROW_NOBODY_ANSWERS");
}

const mobile = /(?<![\d-])1[3-9]\d{9}(?!\d)/g;
const left = "（号码略）";

const masked = (text: string) => text.replace(mobile, left);

const mostOfTitle = 100;
const shortTitle = 40;

/** The texts of a row, without mobile numbers; what it asks for and by when, where that is past, stands in its description. */
function textsOf({ title, description, requirement, dueOn }: MatterLine, today: string) {
  const isPast = dueOn !== undefined && dueOn < today;
  const told = [
    description,
    requirement && `整改要求：${requirement}`,
    isPast ? `台账所载期限：${dueOn}` : undefined,
  ].filter(Boolean);
  const whole = told.join("\n");
  const from = title ?? description?.split("\n")[0];
  const phones = [title ?? "", whole].flatMap((text) => text.match(mobile) ?? []).length;
  const heading = from && shortened(masked(from), title ? mostOfTitle : shortTitle);
  const text = masked(whole);
  return {
    title: heading,
    // What the title says whole is not said twice.
    description: text === "" || text === heading ? null : text,
    isPast,
    phones,
  };
}

export const shortened = (text: string, most: number) => {
  const letters = [...text];
  return letters.length > most ? `${letters.slice(0, most - 1).join("")}…` : text;
};

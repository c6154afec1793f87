/** One field of a changed row, as it was and as it became. */
export interface Difference {
  field: string;
  before: unknown;
  after: unknown;
}

type Row = Record<string, unknown>;

const isRow = (value: unknown): value is Row => typeof value === "object" && value !== null && !Array.isArray(value);
const rowOf = (value: unknown): Row => (isRow(value) ? value : {});
const bookkeeping = new Set(["id", "bureauId", "version", "absenceId", "nameInitials"]);

/** Fields that differ. An id is left out where the name it stands for is told too: `gridId` beside `grid`. */
export function differencesOf(before: unknown, after: unknown): Difference[] {
  const [was, is] = [rowOf(before), rowOf(after)];
  return toldFields([...new Set([...Object.keys(was), ...Object.keys(is)])])
    .map((field) => ({ field, before: was[field] ?? null, after: is[field] ?? null }))
    .filter((difference) => JSON.stringify(difference.before) !== JSON.stringify(difference.after));
}

export const toldFields = (fields: readonly string[]) =>
  fields.filter((field) => !bookkeeping.has(field) && !isToldByName(field, fields));

function isToldByName(field: string, fields: readonly string[]) {
  if (!field.endsWith("Id")) return false;
  const noun = field.slice(0, -"Id".length);
  return fields.includes(noun) || fields.includes(`${noun}Name`);
}

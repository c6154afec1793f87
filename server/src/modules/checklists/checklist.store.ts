import { checklistItems, checklistOwers, checklistTemplates, checklistVersions } from "@maple-bridge/drizzle/tables";
import { insertNow, type Transaction, update } from "#kernel/command";
import { assertVersion, type UpdateInput } from "#kernel/command-input";
import { Conflict, type FieldFault } from "#kernel/errors";
import { newId } from "#kernel/ids";
import { lockSeen } from "#kernel/read";
import { ChecklistTemplate } from "./checklist.types.ts";
import type { ChecklistState } from "./checklist.enums.ts";
import type { Content, Item, Ower } from "./content.rules.ts";

type Place = Pick<Transaction, "sql" | "bureauId">;

export interface TemplateRow {
  id: string;
  code: string;
  name: string;
  stationId: string | null;
  madeThrough: string | null;
  retiredAt: Date | null;
  version: number;
}

const columns = ["id", "code", "name", "stationId", "madeThrough", "retiredAt", "version"] as const;

export type Said = Omit<Content, "items" | "owers">;

export interface VersionRow extends Said {
  id: string;
  templateId: string;
  number: number;
  state: ChecklistState;
  madeFrom: string | null;
  supersededOn: string | null;
}

/** The template, held until the command ends. */
export const lockTemplate = (tx: Transaction, id: string) =>
  lockSeen<TemplateRow>(tx, ChecklistTemplate, id, columns, path);

const path: FieldFault["path"] = ["input", "id"];

/** In the version that the input has seen; of one that is retired nothing is changed any more. */
export function assertInUse(template: TemplateRow, input: Pick<UpdateInput, "expectedVersion">) {
  if (template.retiredAt !== null)
    throw new Conflict([{ path, code: "CHECKLIST_RETIRED", params: { name: template.name } }]);
  assertVersion(template, input);
}

const versionColumns = [
  "id",
  "templateId",
  "number",
  "state",
  "startsOn",
  "lastOn",
  "recurrence",
  "onClosedDay",
  "windowDays",
  "graceDays",
  "lateDays",
  "burdenMinutes",
  "serves",
  "isReviewed",
  "note",
  "madeFrom",
  "supersededOn",
] as const;

/** The newest first. */
export const versionsOf = ({ sql, bureauId }: Place, templateId: string) => sql<VersionRow[]>`
  select ${sql(versionColumns)} from checklist_versions where bureau_id = ${bureauId} and template_id = ${templateId} order by number desc`;

export async function versionWith({ sql, bureauId }: Place, id: string): Promise<VersionRow> {
  const [version] = await sql<VersionRow[]>`
    select ${sql(versionColumns)} from checklist_versions where bureau_id = ${bureauId} and id = ${id}`;
  return version!;
}

export const draftIn = (versions: readonly VersionRow[]) => versions.find(({ state }) => state === "DRAFT");

export function draftMeant(versions: readonly VersionRow[]): VersionRow {
  const draft = draftIn(versions);
  if (!draft) throw new Conflict([{ path, code: "CHECKLIST_NO_DRAFT" }]);
  return draft;
}

/** The one that holds until another one follows it. */
export const lastPublishedIn = (versions: readonly VersionRow[]) =>
  versions.find(({ state, supersededOn }) => state === "PUBLISHED" && supersededOn === null);

export const itemsOf = ({ sql, bureauId }: Place, versionId: string) => sql<Item[]>`
  select code, wording, evidence, is_required, least, most, to_jsonb(choices) as choices, fails, fails_bound, to_jsonb(failing_choices) as failing_choices,
    finds, hazard_category, is_ours
  from checklist_items where bureau_id = ${bureauId} and version_id = ${versionId} order by position`;

export const owersOf = ({ sql, bureauId }: Place, versionId: string) => sql<Ower[]>`
  select duty, grid_kind, complexity from checklist_owers where bureau_id = ${bureauId} and version_id = ${versionId} order by id`;

export async function contentOf(place: Place, version: VersionRow): Promise<Content> {
  const { id: _, templateId: __, number: ___, state: ____, madeFrom: _____, supersededOn: ______, ...said } = version;
  return { ...said, items: [...(await itemsOf(place, version.id))], owers: [...(await owersOf(place, version.id))] };
}

export async function insertTemplate(
  tx: Transaction,
  template: Pick<TemplateRow, "code" | "name" | "stationId"> & { nameInitials: string },
): Promise<string> {
  const id = newId(tx.now.getTime());
  await insertNow(tx, checklistTemplates, [{ id, ...template, createdAt: tx.now.toISOString() }]);
  return id;
}

export async function insertDraft(tx: Transaction, templateId: string, number: number, content: Content) {
  const { items, owers, ...said } = content;
  const id = newId(tx.now.getTime());
  await insertNow(tx, checklistVersions, [
    { id, templateId, number, state: "DRAFT", ...said, createdAt: tx.now.toISOString() },
  ]);
  await insertParts(tx, id, items, owers);
  return id;
}

/** All that the draft said makes way. */
export async function replaceDraft(tx: Transaction, id: string, content: Content) {
  const { items, owers, ...said } = content;
  const { sql, bureauId } = tx;
  await saveVersion(tx, id, said);
  await sql`delete from checklist_items where bureau_id = ${bureauId} and version_id = ${id}`;
  await sql`delete from checklist_owers where bureau_id = ${bureauId} and version_id = ${id}`;
  await insertParts(tx, id, items, owers);
}

async function insertParts(tx: Transaction, versionId: string, items: readonly Item[], owers: readonly Ower[]) {
  await insertNow(
    tx,
    checklistItems,
    items.map((item, index) => Object.assign({ id: newId(), versionId, position: index + 1 }, item)),
  );
  await insertNow(
    tx,
    checklistOwers,
    owers.map((ower) => Object.assign({ id: newId(tx.now.getTime()), versionId }, ower)),
  );
}

export const saveVersion = (tx: Transaction, id: string, change: object) =>
  update(tx, checklistVersions, id, change as Record<string, never>);

/** With nothing, what belongs to it has changed. */
export const saveTemplate = (tx: Transaction, id: string, change: object = {}) =>
  update(tx, checklistTemplates, id, change as Record<string, never>);

/** The checklists that have one of the codes, by it. */
export async function codesTaken({ sql, bureauId }: Place, codes: readonly string[]): Promise<Map<string, string>> {
  const taken = await sql<{ id: string; code: string }[]>`
    select id, code from checklist_templates where bureau_id = ${bureauId} and code = any(${[...codes]})`;
  return new Map(taken.map(({ id, code }) => [code, id]));
}

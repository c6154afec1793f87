import { importRuns } from "@maple-bridge/drizzle/tables";
import { Field, ID, Int, ObjectType } from "type-graphql";
import {
  column,
  connectionOf,
  everything,
  type Fragment,
  From,
  join,
  literal,
  many,
  Node,
  nothing,
  type Reading,
  type RowOf,
  self,
  sql,
  sqlOf,
  viewerMay,
} from "#kernel/read";
import { DateTime, LocalDate } from "#kernel/scalars";
import { mayImport } from "./import.policy.ts";
import {
  importCauses,
  importCreations,
  importFields,
  importMapping,
  importNames,
  importNotes,
  importPreview,
  importSheets,
} from "./import-lists.rows.ts";
import {
  ColumnMapping,
  ImportCause,
  ImportCreation,
  ImportField,
  ImportName,
  ImportNote,
  ImportPreviewRow,
  ImportSheet,
} from "./import-lists.types.ts";
import { ImportKind, ImportStatus } from "./import-status.ts";
import { changedLists } from "./made.store.ts";
import { type ImportAction, standingFor, standings } from "./standing.rules.ts";

const toAdministrators = {
  visibleTo: (_run: unknown, { caller }: Reading) => (caller.reach(mayImport.roles) === "all" ? everything : nothing),
};

/** Something was made or changed, and what was changed is still known as it was before. */
const isMadeKept = (runId: Fragment, bureau: Reading["bureau"]) => {
  const made = sql`select from import_made m where m.bureau_id = ${bureau} and m.run_id = ${runId}`;
  return sql`exists (${made}) and not exists (${made} and m.list in (${join(changedLists.map(literal), ",")}) and m.rows = '[]'::jsonb)`;
};

/** What `assertStands` asks, of a row. */
const actionOn = (action: ImportAction) => {
  const { statuses, errors, beforeRecording, madeRows } = standingFor(action);
  const when = (run: RowOf<typeof importRuns>, { bureau }: Reading) =>
    join(
      [
        sql`${run.status} in (${join(statuses.map(literal), ",")})`,
        ...(beforeRecording ? [sql`(${run.status} <> 'WRITING' or ${run.doneRows} < ${run.totalRows})`] : []),
        ...(errors === "none" ? [sql`${run.errorCount} = 0`] : []),
        ...(errors === "some" ? [sql`${run.errorCount} > 0`] : []),
        madeRows
          ? isMadeKept(run.id, bureau)
          : sql`exists (select from import_file_portions p where p.bureau_id = ${bureau} and p.run_id = ${run.id})`,
      ],
      " and ",
    );
  return { action, policy: mayImport, when };
};

const actions = (Object.keys(standings) as ImportAction[]).map(actionOn);

const option = (name: string) => sqlOf(importRuns, (run) => sql`${run.options}->>${literal(name)}`);
const assumed = (name: string) =>
  sqlOf(importRuns, (run) => sql`coalesce((${run.options}->>${literal(name)})::boolean, false)`);
const number = (name: string) => sqlOf(importRuns, (run) => sql`(${run.options}->>${literal(name)})::int`);
const list = (name: string) =>
  sqlOf(
    importRuns,
    (run) => sql`array(select jsonb_array_elements_text(coalesce(${run.options}->${literal(name)}, '[]'::jsonb)))`,
  );
const day = (name: string) => sqlOf(importRuns, (run) => sql`(${run.options}->>${literal(name)})::date`);
const count = (name: string) => sqlOf(importRuns, (run) => sql`coalesce((${run.summary}->>${literal(name)})::int, 0)`);

@ObjectType({ description: "What the last check assumed where the file says nothing." })
@From(importRuns, toAdministrators)
export class ImportOptions {
  @Field(() => LocalDate, { nullable: true, description: "The day new grids and stations open." })
  @day("openedOn")
  openedOn?: string;
  @Field(() => LocalDate, { nullable: true, description: "The day assignments begin." }) @day("from") from?: string;
  @Field(() => ID, { nullable: true }) @option("stationId") stationId?: string;
  @Field(() => ID, { nullable: true }) @option("receiverId") receiverId?: string;
  @Field(() => Int, { nullable: true }) @number("countedYear") countedYear?: number;
  @Field(() => Boolean) @assumed("createStations") createStations!: boolean;
  @Field(() => Boolean) @assumed("createDivisions") createDivisions!: boolean;
  @Field(() => Boolean) @assumed("numbersMembers") numbersMembers!: boolean;
  @Field(() => Boolean) @assumed("opensEarlier") opensEarlier!: boolean;
  @Field(() => [String]) @list("blanks") blanks!: string[];
  @Field(() => [Int])
  @sqlOf(
    importRuns,
    (run) =>
      sql`array(select v::int from jsonb_array_elements_text(coalesce(${run.options}->'leavesOut', '[]'::jsonb)) v)`,
  )
  leavesOut!: number[];
  @Field(() => [ImportName])
  @many(importNames, { about: 5, child: importNames.runId, order: (name) => name.position })
  names!: ImportName[];
}

@ObjectType({ description: "What writing does, or did, in rows. All are 0 while a check has errors." })
@From(importRuns, toAdministrators)
export class ImportSummary {
  @Field(() => Int) @count("stationsCreated") stationsCreated!: number;
  @Field(() => Int) @count("policeRoomsCreated") policeRoomsCreated!: number;
  @Field(() => Int) @count("divisionsCreated") divisionsCreated!: number;
  @Field(() => Int) @count("gridsCreated") gridsCreated!: number;
  @Field(() => Int, { description: "Of a code that is there, with other values." })
  @count("gridsUpdated")
  gridsUpdated!: number;
  @Field(() => Int) @count("gridsUnchanged") gridsUnchanged!: number;
  @Field(() => Int) @count("membersCreated") membersCreated!: number;
  @Field(() => Int, { description: "Of a badge that is there, with other values." })
  @count("membersUpdated")
  membersUpdated!: number;
  @Field(() => Int) @count("membersUnchanged") membersUnchanged!: number;
  @Field(() => Int, { description: "Of the created ones: given a number, because the file has no badge." })
  @count("membersNumbered")
  membersNumbered!: number;
  @Field(() => Int, { description: "Grids whose opening is brought forward." })
  @count("gridsOpenedEarlier")
  gridsOpenedEarlier!: number;
  @Field(() => Int) @count("assignmentsCreated") assignmentsCreated!: number;
  @Field(() => Int, { description: "Held already." }) @count("assignmentsUnchanged") assignmentsUnchanged!: number;
  @Field(() => Int) @count("categoriesCreated") categoriesCreated!: number;
  @Field(() => Int, { description: "Come in as open, with a receipt of whoever receives them." })
  @count("mattersOpened")
  mattersOpened!: number;
  @Field(() => Int, { description: "Come in as ended." }) @count("mattersEnded") mattersEnded!: number;
  @Field(() => Int, { description: "There already, by number or by the row itself." })
  @count("mattersUnchanged")
  mattersUnchanged!: number;
  @Field(() => Int) @count("tasksOpened") tasksOpened!: number;
  @Field(() => Int, { description: "Come in as closed; an achievement of nobody." })
  @count("tasksEnded")
  tasksEnded!: number;
  @Field(() => Int, { description: "There already, by number or by the row itself." })
  @count("tasksUnchanged")
  tasksUnchanged!: number;
  @Field(() => Int, { description: "In force from now on." }) @count("dutyLinesSet") dutyLinesSet!: number;
  @Field(() => Int) @count("dutyLinesUnchanged") dutyLinesUnchanged!: number;
  @Field(() => Int, { description: "As drafts, which are not published." })
  @count("checklistsDrafted")
  checklistsDrafted!: number;
  @Field(() => Int) @count("checklistItems") checklistItems!: number;
  @Field(() => Int, {
    description: "Open rows whose own deadline is past: it is kept as text, and they have the rule's time from now on.",
  })
  @count("deadlinesPassed")
  deadlinesPassed!: number;
  @Field(() => Int, { description: "Rows that the check was told to leave out." })
  @count("rowsLeftOut")
  rowsLeftOut!: number;
  @Field(() => Int, { description: "Mobile numbers left out of texts." })
  @count("phonesLeftOut")
  phonesLeftOut!: number;
  @Field(() => Int, {
    description:
      "Ended rows that name an officer who is not on the strength: whoever receives the rest stands for them.",
  })
  @count("receiversReplaced")
  receiversReplaced!: number;
}

@ObjectType({
  implements: Node,
  description:
    "One file on its way in 导入: uploaded over HTTP (`POST /imports`), mapped, checked, then written whole or not at all. What is read of its file is kept until it is written or cancelled, for 7 days at most; the file itself is not.",
})
@From(importRuns, toAdministrators)
export class ImportRun {
  @Field(() => ID) @column(importRuns.id) id!: string;
  @Field(() => ImportKind) @column(importRuns.kind) kind!: keyof typeof ImportKind;
  @Field(() => ImportStatus) @column(importRuns.status) status!: ImportStatus;
  @Field(() => String) @column(importRuns.fileName) fileName!: string;
  @Field(() => [ImportSheet], { description: "The sheets of the file, in its order." })
  @many(importSheets, { about: 3, child: importSheets.runId, order: (sheet) => sheet.position })
  sheets!: ImportSheet[];
  @Field(() => Int, {
    description: "The place in `sheets` of the one that is imported; the fields below are about it.",
  })
  @column(importRuns.sheet)
  sheet!: number;
  @Field(() => [ImportNote], { description: "What of the sheet is not read, or read otherwise than one may think." })
  @many(importNotes, { about: 5, child: importNotes.runId, order: (note) => note.position })
  notes!: ImportNote[];
  @Field(() => [String], { description: "The titles of the sheet's columns." })
  @sqlOf(importRuns, (run) => sql`array(select jsonb_array_elements_text(${run.columns}))`)
  columns!: string[];
  @Field(() => [ColumnMapping], { description: "Guessed from the titles at first." })
  @many(importMapping, { about: 20, child: importMapping.runId, order: (mapping) => mapping.position })
  mapping!: ColumnMapping[];
  @Field(() => [String], {
    description: "The columns that hold something and are not imported, as `columns` has them.",
  })
  @sqlOf(
    importRuns,
    (run) =>
      sql`array(select coalesce(nullif(c.title, ''), '#' || c.position) from jsonb_array_elements_text(${run.columns}) with ordinality c(title, position) where not ${run.mapping} ? (c.position - 1)::text order by c.position)`,
  )
  unreadColumns!: string[];
  @Field(() => [ImportField], { description: "What columns may be mapped to." })
  @many(importFields, {
    about: 20,
    child: importFields.kind,
    parent: importRuns.kind,
    order: (field) => field.position,
  })
  fields!: ImportField[];
  @Field(() => [ImportPreviewRow], {
    description: "The first rows, five at most; none once the file is no longer kept.",
  })
  @many(importPreview, { about: 5, child: importPreview.runId, order: (line) => line.row })
  preview!: ImportPreviewRow[];
  @Field(() => ImportOptions) @self() options!: ImportOptions;
  @Field(() => Int, { description: "Rows of the file below its titles." })
  @column(importRuns.totalRows)
  totalRows!: number;
  @Field(() => Int, { description: "Rows written so far, of `totalRows`." })
  @column(importRuns.doneRows)
  doneRows!: number;
  @Field(() => Int) @column(importRuns.errorCount) errorCount!: number;
  @Field(() => ImportSummary) @self() summary!: ImportSummary;
  @Field(() => [ImportCreation], {
    description:
      "Names that writing creates, those first that are asked about; 500 at most, of more `summary` tells the number.",
  })
  @many(importCreations, { about: 20, child: importCreations.runId, order: (creation) => creation.position })
  creations!: ImportCreation[];
  @Field(() => [ImportCause], {
    description:
      "What is wrong by its causes, those first that one answer does away with; 200 at most. `errors` has each by itself.",
  })
  @many(importCauses, { about: 10, child: importCauses.runId, order: (cause) => cause.position })
  causes!: ImportCause[];
  @Field(() => DateTime) @column(importRuns.createdAt) createdAt!: string;
  @Field(() => DateTime, { nullable: true }) @column(importRuns.finishedAt) finishedAt?: string;
  @Field(() => String, { description: "Who uploaded it." })
  @sqlOf(
    importRuns,
    (run, { bureau }) =>
      sql`(select a.display_name from accounts a where a.bureau_id = ${bureau} and a.id = ${run.accountId})`,
  )
  accountName!: string;
  @Field(() => Int) @column(importRuns.version) version!: number;
  @Field(() => [String], {
    description: "What you may do with it as it stands; CORRECT_IMPORT is to fetch its wrong rows as a file.",
  })
  @viewerMay(importRuns, "bureau", actions)
  viewerMay!: string[];
}

export const ImportRunConnection = connectionOf("ImportRun", () => ImportRun);

import { Field, Int, ObjectType } from "type-graphql";
import { column, connectionOf, From, onlyBy } from "#kernel/read";
import { Json, LocalDate } from "#kernel/scalars";
import { ImportFix } from "./import-fix.ts";
import {
  importCauses,
  importCreations,
  importErrors,
  importFields,
  importMapping,
  importNames,
  importNotes,
  importPreview,
  importSheets,
} from "./import-lists.rows.ts";

@ObjectType({ description: "Something wrong with a cell, or (with row 0) with the import as a whole." })
@From(importErrors, { visibleTo: onlyBy("ImportErrorConnection.nodes", "ImportErrorEdge.node") })
export class ImportError {
  @Field(() => Int, { description: "The row's number as the spreadsheet program shows it." })
  @column(importErrors.row)
  row!: number;
  @Field(() => String, { description: "The column's title as it stands in the file." })
  @column(importErrors.column)
  column!: string;
  @Field(() => String, { description: "The cell's text; identity numbers are masked." })
  @column(importErrors.value)
  value!: string;
  @Field(() => String) @column(importErrors.code) code!: string;
  @Field(() => String, { description: "What is wrong, in your language." })
  @column(importErrors.message)
  message!: string;
  @Field(() => Json, { description: "What the message names." }) @column(importErrors.params) params!: unknown;
}

export const ImportErrorConnection = connectionOf("ImportError", () => ImportError);

@ObjectType({ description: "A row as it stands in the file." })
@From(importPreview, { visibleTo: onlyBy("ImportRun.preview") })
export class ImportPreviewRow {
  @Field(() => Int) @column(importPreview.row) row!: number;
  @Field(() => [String], { description: "One text for each of `columns`." })
  @column(importPreview.cells)
  cells!: string[];
}

@ObjectType({ description: "A sheet of the file." })
@From(importSheets, { visibleTo: onlyBy("ImportRun.sheets") })
export class ImportSheet {
  @Field(() => Int, { description: "Its place in the file, from 0." }) @column(importSheets.position) position!: number;
  @Field(() => String, { description: "Empty for a file of text." }) @column(importSheets.name) name!: string;
  @Field(() => Boolean, { description: "Hidden sheets are not imported." })
  @column(importSheets.isHidden)
  isHidden!: boolean;
  @Field(() => Int, { description: "Rows below its titles." }) @column(importSheets.totalRows) totalRows!: number;
  @Field(() => String, { nullable: true, description: "Why it cannot be imported, in your language." })
  @column(importSheets.problem)
  problem?: string;
}

@ObjectType({ description: "Something of the sheet that is not read, or read otherwise than one may think." })
@From(importNotes, { visibleTo: onlyBy("ImportRun.notes") })
export class ImportNote {
  @Field(() => String) @column(importNotes.code) code!: string;
  @Field(() => String, { description: "In your language." }) @column(importNotes.message) message!: string;
  @Field(() => Json, { description: "What the message names." }) @column(importNotes.params) params!: unknown;
}

@ObjectType({ description: "A name that writing creates, or that is asked about first." })
@From(importCreations, { visibleTo: onlyBy("ImportRun.creations") })
export class ImportCreation {
  @Field(() => String, { description: "STATION, POLICE_ROOM, CATEGORY, or the kind of division." })
  @column(importCreations.kind)
  kind!: string;
  @Field(() => String) @column(importCreations.name) name!: string;
  @Field(() => String, { nullable: true }) @column(importCreations.code) code?: string;
  @Field(() => Int, { description: "Rows of the file that name it." }) @column(importCreations.rows) rows!: number;
  @Field(() => [String], { description: "Names that it may be a spelling of." })
  @column(importCreations.likes)
  likes!: string[];
  @Field(() => Boolean, { description: "Nothing is created by it until `checkImport` is told what it means." })
  @column(importCreations.isAsked)
  isAsked!: boolean;
}

@ObjectType({
  description: "Errors that have one thing in common, and what a check may be told so that they are none any more.",
})
@From(importCauses, { visibleTo: onlyBy("ImportRun.causes") })
export class ImportCause {
  @Field(() => String) @column(importCauses.code) code!: string;
  @Field(() => String, { description: "The column's title as it stands in the file." })
  @column(importCauses.column)
  column!: string;
  @Field(() => String, { nullable: true, description: "The cells' text, where it is one." })
  @column(importCauses.value)
  value?: string;
  @Field(() => Int) @column(importCauses.count) count!: number;
  @Field(() => String, { description: "The numbers of its first rows; empty where it is about the whole file." })
  @column(importCauses.places)
  places!: string;
  @Field(() => String, { description: "What is wrong with the first of them, in your language." })
  @column(importCauses.message)
  message!: string;
  @Field(() => ImportFix, { nullable: true, description: "None where the file itself is to be put right." })
  @column(importCauses.fix)
  fix?: keyof typeof ImportFix;
  @Field(() => Boolean, {
    description: "It leaves out no row and no cell that can be read: it may be done together with others of its kind.",
  })
  @column(importCauses.isSuggested)
  isSuggested!: boolean;
  @Field(() => String, { nullable: true, description: "Of NAME: as the file has it." })
  @column(importCauses.written)
  written?: string;
  @Field(() => String, { nullable: true, description: "Of NAME: what it is taken for." })
  @column(importCauses.means)
  means?: string;
  @Field(() => LocalDate, { nullable: true, description: "Of OPENED_ON, FROM and OPEN_EARLIER." })
  @column(importCauses.day)
  day?: string;
  @Field(() => Int, { nullable: true, description: "Of COUNTED_YEAR." }) @column(importCauses.year) year?: number;
  @Field(() => String, { nullable: true, description: "Of BLANK: the key of the field." })
  @column(importCauses.field)
  field?: string;
  @Field(() => [Int], { description: "Of LEAVE_OUT: all of its rows." }) @column(importCauses.rows) rows!: number[];
}

@ObjectType({ description: "What a name of the file was said to mean." })
@From(importNames, { visibleTo: onlyBy("ImportOptions.names") })
export class ImportName {
  @Field(() => String) @column(importNames.written) written!: string;
  @Field(() => String, { nullable: true, description: "Null where it is one of its own." })
  @column(importNames.means)
  means?: string;
}

@ObjectType({ description: "Which field a column is imported as." })
@From(importMapping, { visibleTo: onlyBy("ImportRun.mapping") })
export class ColumnMapping {
  @Field(() => Int, { description: "The column's place in `columns`, from 0." })
  @column(importMapping.position)
  column!: number;
  @Field(() => String) @column(importMapping.field) field!: string;
}

@ObjectType({ description: "What a column may be imported as." })
@From(importFields, { visibleTo: onlyBy("ImportRun.fields") })
export class ImportField {
  @Field(() => String) @column(importFields.key) key!: string;
  @Field(() => String, { description: "In your language." }) @column(importFields.title) title!: string;
  @Field(() => Boolean) @column(importFields.isRequired) isRequired!: boolean;
  @Field(() => String, { description: "How to fill it in, in your language." })
  @column(importFields.help)
  help!: string;
  @Field(() => String, { description: "An invented value." }) @column(importFields.example) example!: string;
}

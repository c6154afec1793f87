import { Field, Int, ObjectType } from "type-graphql";
import { column, connectionOf, everything, From } from "#kernel/read";
import { Json } from "#kernel/scalars";
import { importErrors, importFields, importMapping, importPreview } from "./import-lists.rows.ts";

@ObjectType({ description: "Something wrong with a cell, or (with row 0) with the import as a whole." })
@From(importErrors, { visibleTo: () => everything })
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
@From(importPreview, { visibleTo: () => everything })
export class ImportPreviewRow {
  @Field(() => Int) @column(importPreview.row) row!: number;
  @Field(() => [String], { description: "One text for each of `columns`." })
  @column(importPreview.cells)
  cells!: string[];
}

@ObjectType({ description: "Which field a column is imported as." })
@From(importMapping, { visibleTo: () => everything })
export class ColumnMapping {
  @Field(() => Int, { description: "The column's place in `columns`, from 0." })
  @column(importMapping.position)
  column!: number;
  @Field(() => String) @column(importMapping.field) field!: string;
}

@ObjectType({ description: "What a column may be imported as." })
@From(importFields, { visibleTo: () => everything })
export class ImportField {
  @Field(() => String) @column(importFields.key) key!: string;
  @Field(() => String, { description: "In your language." }) @column(importFields.title) title!: string;
  @Field(() => Boolean) @column(importFields.isRequired) isRequired!: boolean;
  @Field(() => String, { description: "How to fill it in, in your language." })
  @column(importFields.help)
  help!: string;
  @Field(() => String, { description: "An invented value." }) @column(importFields.example) example!: string;
}

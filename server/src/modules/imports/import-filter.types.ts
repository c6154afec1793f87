import { importRuns } from "@maple-bridge/drizzle/tables";
import { Field, InputType, Int } from "type-graphql";
import { atLeast, atMost, equals, join, literal, ordersOf, sql } from "#kernel/read";
import { ImportKind, ImportStatus } from "./import-status.ts";

@InputType({ description: "Every condition given must hold." })
export class ImportFilter {
  @Field(() => ImportKind, { nullable: true }) @equals(importRuns, "kind") kind?: ImportKind;
  @Field(() => ImportStatus, { nullable: true }) @equals(importRuns, "status") status?: ImportStatus;
  @Field(() => Int, { nullable: true, description: "Of so many rows 行数 or more." })
  @atLeast(importRuns, "totalRows")
  rowsAtLeast?: number;
  @Field(() => Int, { nullable: true, description: "Of so many rows 行数 or fewer." })
  @atMost(importRuns, "totalRows")
  rowsAtMost?: number;
  @Field(() => Int, { nullable: true, description: "With so many errors 错误 in the last check or more." })
  @atLeast(importRuns, "errorCount")
  errorsAtLeast?: number;
  @Field(() => Int, { nullable: true, description: "With so many errors 错误 in the last check or fewer." })
  @atMost(importRuns, "errorCount")
  errorsAtMost?: number;
}

const statuses = join(Object.keys(ImportStatus).map(literal), ",");

export const importOrders = ordersOf(
  importRuns,
  "ImportOrder",
  {
    NEWEST: ({ createdAt }) => [{ by: createdAt, type: "timestamptz" }],
    STATUS: ({ status, createdAt }) => [
      { by: sql`array_position(array[${statuses}], ${status})`, type: "int" },
      { by: createdAt, type: "timestamptz" },
    ],
    ROWS: ({ totalRows, createdAt }) => [
      { by: totalRows, type: "int" },
      { by: createdAt, type: "timestamptz" },
    ],
    ERRORS: ({ errorCount, createdAt }) => [
      { by: errorCount, type: "int" },
      { by: createdAt, type: "timestamptz" },
    ],
  },
  {
    values: {
      NEWEST: "By when the file was sent; DESC is the newest first.",
      STATUS: "By how far it has come.",
      ROWS: "By the rows of the file.",
      ERRORS: "By the errors of the last check.",
    },
  },
);

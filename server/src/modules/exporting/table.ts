import type { GraphQLSchema } from "graphql";
import type { Context } from "#kernel/context";
import type { SheetCell } from "#modules/imports";

/** What is asked for, as the screens ask for it. */
export interface Asked {
  filter?: Readonly<Record<string, unknown>> | undefined;
  orderBy?: string | undefined;
  direction?: string | undefined;
}

/** What an export comes to, before it is a file. */
export interface Table {
  caption: string;
  columns: { title: string; width: number }[];
  rows: SheetCell[][];
}

/** Reads a table for the caller: a list in a layout, or figures. */
export type TableSource = (ctx: Context, schema: GraphQLSchema, asked: Asked) => Promise<Table>;

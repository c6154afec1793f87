import type { GraphQLSchema } from "graphql";
import { actorOf, type Context } from "#kernel/context";
import { dayOf } from "#kernel/day";
import { inSheetThread, portionsOf } from "#modules/imports";
import { type LayoutName, layouts } from "./layouts.ts";
import { recordExport } from "./record-export.ts";
import { operationIn, readData } from "./read-data.ts";
import type { Asked, Table } from "./table.ts";

export interface Export {
  layout: LayoutName;
  format: "xlsx" | "csv";
  asked: Asked;
  said?: string | null | undefined;
}

/** The list as it is shown to the caller, as a file: the same rows, in the same order; on record with how many there were. */
export async function exportFile(ctx: Context, schema: GraphQLSchema, { layout: name, format, asked, said }: Export) {
  const table = await layouts[name](ctx, schema, asked);
  await recordExport(ctx, { layout: name, format, filter: asked.filter ?? {}, rows: table.rows.length });
  return writeTable(ctx, schema, table, { format, filter: asked.filter, said });
}

interface HowToWrite {
  format: Export["format"];
  filter: Asked["filter"];
  /** What the list is filtered by, in words. */
  said?: string | null | undefined;
}

export interface WrittenFile {
  bytes: Buffer;
  fileName: string;
  rows: number;
}

/** A table with who made it, when and of which unit, as a file. */
export async function writeTable(
  ctx: Context,
  schema: GraphQLSchema,
  { caption, columns, rows }: Table,
  { format, filter, said }: HowToWrite,
): Promise<WrittenFile> {
  const { foot, unit } = await footOf(ctx, schema, { filter, said }, rows.length);
  const written = {
    name: sheetName(caption),
    caption: `${unit} ${caption}`,
    columns,
    rows: portionsOf(rows),
    foot,
    format,
  };
  const bytes = await inSheetThread(actorOf(ctx).bureauId, "writeSheet", written, ctx);
  return { bytes: Buffer.from(bytes.buffer), fileName: `${caption}-${dayOf(ctx.now())}.${format}`, rows: rows.length };
}

/** Programs take no more, and not all letters. */
const sheetName = (caption: string) => caption.replace(/[[\]:*?/\\]/g, "").slice(0, 31);

const words = {
  total: { "zh-CN": (rows: number) => `合计：${rows} 行`, en: (rows: number) => `合计: ${rows} rows` },
  foot: {
    "zh-CN": (unit: string, maker: string, day: string) =>
      `填报单位：${unit}　　制表人：${maker}　　签发人：　　　　　　日期：${day}`,
    en: (unit: string, maker: string, day: string) =>
      `填报单位: ${unit}    Made by: ${maker}    Signed by:             Date: ${day}`,
  },
} as const;

/** And room for who signs it. */
async function footOf(
  ctx: Context,
  schema: GraphQLSchema,
  { filter, said }: Pick<HowToWrite, "filter" | "said">,
  rows: number,
) {
  const { locale } = ctx;
  const { unit, maker, day } = await madeBy(ctx, schema, filter);
  return { unit, foot: [...(said ? [said] : []), words.total[locale](rows), words.foot[locale](unit, maker, day)] };
}

/** Who makes it, when, and of which unit. One out of sight is not named. */
export async function madeBy(ctx: Context, schema: GraphQLSchema, filter: Asked["filter"]) {
  const unitId = filter?.["unitId"];
  const { bureau, viewer, node } = await readData<{
    bureau: { name: string };
    viewer: { displayName: string };
    node?: { name?: string } | null;
  }>(ctx, schema, whose, typeof unitId === "string" ? { id: unitId, isOfUnit: true } : { isOfUnit: false });
  return { unit: node?.name ?? bureau.name, maker: viewer.displayName, day: dayOf(ctx.now()) };
}

const whose = operationIn(
  `query Whose($id: ID! = "", $isOfUnit: Boolean!) { bureau { name } viewer { displayName } node(id: $id) @include(if: $isOfUnit) { ... on Unit { name } } }`,
);

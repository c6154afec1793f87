import type { Bureau } from "../../support/bureau.ts";
import { mergedWorkbook } from "../../support/workbook.ts";
import { layMatters, type MatterGround } from "../matters/ground.ts";
import { check, type Kind, type Run, send, write } from "./importing.ts";

/** A ledger as stations keep it: a caption, titles in two lines, people, and totals. Whoever is named is invented. */
export const disputeLedger = (grid: string, category = "邻里") =>
  mergedWorkbook(
    [
      ["示例派出所2025年矛盾纠纷排查调处台账（虚构）", "", "", "", "", "", "", "", "", "", "", ""],
      ["序号", "编号", "排查日期", "村居", "类型", "当事人", "", "简况", "责任民警", "调处情况", "", ""],
      ["", "", "", "", "", "甲方", "联系电话", "", "", "是否化解", "化解日期", "调处方式"],
      [
        "1",
        "示-01",
        "2025.3.5",
        grid,
        "邻里纠纷",
        "虚构甲",
        "13900000001",
        "相邻排水，电话13900000001",
        "",
        "已化解",
        "2025年3月20日",
        "现场调解",
      ],
      ["2", "示-02", "2025-04-01", grid, category, "虚构乙", "13900000002", "院墙高度", "", "调处中", "", ""],
      [
        "3",
        "示-03",
        "2025/4/2",
        grid,
        "邻里矛盾",
        "虚构丙",
        "",
        "停车占道",
        "",
        "未化解",
        "2025.5.1",
        "多次调解，移交",
      ],
      ["合计", "", "3", "", "", "", "", "", "", "", "", ""],
      ["填报单位：示例派出所", "", "", "", "", "", "", "", "", "", "", ""],
    ],
    ["A1:L1", "F2:G2", "J2:L2", "A2:A3", "B2:B3", "C2:C3", "D2:D3", "E2:E3", "H2:H3", "I2:I3", "A8:L8"],
  );

export interface LedgerGround extends MatterGround {
  gridName: string;
}

export async function layLedgers(): Promise<LedgerGround> {
  const ground = await layMatters();
  const [row] = await ground.bureau.sql(
    (sql) =>
      sql<
        { name: string }[]
      >`select name from grid_facts where bureau_id = ${ground.bureau.id} and grid_id = ${ground.grid.id}`,
  );
  return { ...ground, gridName: row!.name };
}

export async function bring(
  bureau: Bureau,
  kind: Kind,
  bytes: Buffer,
  options: object = {},
  fileName = "台账.xlsx",
): Promise<Run> {
  const { id, errors } = await send(bureau, bureau.administrator, kind, bytes, { fileName });
  if (!id) throw new Error(`The upload was refused: ${JSON.stringify(errors)}`);
  return check(bureau.administrator, id, options);
}

/** Uploads, checks and writes a ledger that has nothing wrong with it. */
export async function bringAll(...of: Parameters<typeof bring>): Promise<Run> {
  const [bureau] = of;
  const checked = await bring(...of);
  if (checked.errorCount > 0) throw new Error(`The check found errors: ${JSON.stringify(checked.errors.nodes)}`);
  return write(bureau.administrator, checked);
}

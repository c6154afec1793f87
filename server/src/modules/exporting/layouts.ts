import { disputeLayout, hazardLayout, matterLayout, taskLayout } from "./ledger-layouts.ts";
import type { AnyLayout } from "./layout.ts";
import { tableOfMatrix } from "./matter-matrix.ts";
import { monthReport } from "./month-report.ts";
import { tableOfList } from "./read-list.ts";
import type { TableSource } from "./table.ts";

const ofList = (layout: unknown) => tableOfList(layout as AnyLayout);

/** What may be exported, by the name in its address. Another list takes its layout here, and no more. */
export const layouts = {
  matters: ofList(matterLayout),
  disputes: ofList(disputeLayout),
  hazards: ofList(hazardLayout),
  tasks: ofList(taskLayout),
  matrix: tableOfMatrix,
  month: monthReport,
} satisfies Record<string, TableSource>;

export type LayoutName = keyof typeof layouts;

export const isLayoutName = (name: string): name is LayoutName => Object.hasOwn(layouts, name);

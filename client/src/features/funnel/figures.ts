import type { OrderFunnelQuery } from "@maple-bridge/schema/documents";
import type { DeskSearch } from "../../ui/work/desk-search.ts";

export type Stage = OrderFunnelQuery["orderFunnel"][number];
export type Figures = Omit<Stage, "orderKind">;
export type Figure = keyof Figures;

/** What each figure counts, as the desk's address says it. */
const countedBy = {
  issued: {},
  fedBack: { fedBack: true },
  closed: { state: "CLOSED" },
  closedOnTime: { state: "CLOSED", onTime: true },
  returned: { returned: true },
  followUps: { followUp: true },
  byFirstReceiver: { byFirst: true },
} as const satisfies Record<Figure, DeskSearch>;

export const figures = Object.keys(countedBy) as Figure[];

/** How far orders come, each step of those before it. */
export const steps = ["issued", "fedBack", "closed", "closedOnTime"] as const satisfies readonly Figure[];

export interface Asked {
  unitId: string;
  from: string;
  to: string;
}

/** The desk with the very rows that a figure counts; of all kinds of order without one. */
export const rowsOf = (figure: Figure, { unitId, from, to }: Asked, kind?: Stage["orderKind"]): DeskSearch => ({
  kind: kind ?? "ORDER",
  unit: unitId,
  all: true,
  issuedFrom: from,
  issuedTo: to,
  ...countedBy[figure],
});

export const sumOf = (stages: readonly Figures[]) =>
  Object.fromEntries(
    figures.map((figure) => [figure, stages.reduce((sum, stage) => sum + stage[figure], 0)]),
  ) as unknown as Figures;

/** In hundredths; nothing where none is closed. */
export const onTimeOf = ({ closed, closedOnTime }: Figures) =>
  closed === 0 ? undefined : Math.round((100 * closedOnTime) / closed);

import type { MyWorkPart, WorkItemFilter } from "@maple-bridge/schema/documents";
import { listAddress } from "../../lib/list-state.ts";
import { among, textOf } from "../../lib/url-state.ts";
import { lights } from "./work-glossary.ts";

export const myParts = [
  "TO_RECEIVE",
  "TO_DO",
  "TO_ASSESS",
  "TO_DECIDE",
  "DECLINED",
  "VACANT",
] as const satisfies MyWorkPart[];

/** The address of what waits for one, and of the run that is filled in; a figure that leads there counts by the same part and filter. */
export const mineSearch = listAddress([], { part: among(myParts), light: among(lights), fill: textOf });

export type MineSearch = ReturnType<typeof mineSearch>;

export const mineOf = ({ part, light }: MineSearch): { part?: MyWorkPart; filter: WorkItemFilter } => ({
  part,
  filter: { light: light && [light] },
});

import type { GridLineFragment } from "@maple-bridge/schema/documents";

export type GridLine = GridLineFragment;

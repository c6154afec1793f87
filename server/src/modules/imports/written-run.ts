import { initialsOf } from "#kernel/pinyin";
import type { ImportRow } from "./import.store.ts";

/** What of a run its rows are written with. */
export type Run = Pick<ImportRow, "id" | "fileName" | "options">;

export const withInitials = <T extends { name: string }>(row: T) => ({ ...row, nameInitials: initialsOf(row.name) });

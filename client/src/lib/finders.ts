import type { Client } from "urql";

/** Something the palette found, and where it opens. */
export interface Found {
  id: string;
  label: string;
  hint?: string;
  to: string;
  search?: Record<string, string>;
}

/** Finds things of one sort by name, code or pinyin initials; `name` is its key under `shell:finder`. */
export interface Finder {
  name: "units" | "grids" | "members";
  find: (client: Client, text: string) => Promise<Found[]>;
}

export interface Named {
  count: number;
  names: string;
}

/** How many there are, and the first five by name. */
export const named = (rows: readonly { name: string }[]): Named => ({
  count: rows.length,
  names: rows
    .slice(0, 5)
    .map((row) => row.name)
    .join("、"),
});

const megabytes = 20;

export const limits = {
  megabytes,
  bytes: megabytes * 1024 * 1024,
  inflatedBytes: 160 * 1024 * 1024,
  zipEntries: 500,
  /** Of one file; the rest of a larger one is refused, not left out. */
  sheets: 100,
  rows: 100_000,
  columns: 60,
  cellLength: 2_000,
  mergedCells: 1_000_000,
};

const megabytes = 5;

export const limits = {
  megabytes,
  bytes: megabytes * 1024 * 1024,
  inflatedBytes: 40 * 1024 * 1024,
  zipEntries: 500,
  rows: 20_000,
  columns: 60,
  cellLength: 2_000,
  mergedCells: 1_000_000,
};

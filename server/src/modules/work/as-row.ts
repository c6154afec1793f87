type AsRow<T> = { [K in keyof T]: Exclude<T[K], Date> | (Date extends T[K] ? string : never) };
/** As JSON has it: moments are texts. */
export const asRow = <T extends object>(row: T): AsRow<T> =>
  Object.fromEntries(
    Object.entries(row).map(([key, value]) => [key, value instanceof Date ? value.toISOString() : value]),
  ) as never;

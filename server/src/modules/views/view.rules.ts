import type { FieldFault } from "#kernel/errors";

/** Names that the screens give their pages and columns. */
const given = /^[A-Za-z][\w-]{0,39}$/;
const mostColumns = 60;
export const mostQuery = 2_000;
/** Of an account, of one page. */
export const mostViews = 50;

interface Asked {
  page?: string;
  query?: string | null | undefined;
  columns?: readonly string[] | null | undefined;
}

/** What is wrong with where a view is of and what it holds. */
export function viewFaults({ page, query, columns }: Asked): FieldFault[] {
  const faults: FieldFault[] = [];
  if (page !== undefined && !given.test(page)) faults.push({ path: ["input", "page"], code: "LIST_PAGE_UNKNOWN" });
  if (query && query.length > mostQuery)
    faults.push({ path: ["input", "query"], code: "TOO_LONG", params: { most: mostQuery } });
  if (columns && (columns.length === 0 || columns.length > mostColumns || !columns.every((each) => given.test(each))))
    faults.push({ path: ["input", "columns"], code: "LIST_COLUMNS", params: { most: mostColumns } });
  return faults;
}

/** How somebody has the list of a page. */
export interface Habit {
  columns: readonly string[] | null;
  isDense: boolean;
  defaultViewId: string | null;
  /** The default view, for the page to begin with it. */
  beginsWith: SavedView | null;
}

export interface SavedView {
  id: string;
  query: string;
  columns: readonly string[] | null;
  isDense: boolean;
}

const none: Habit = { columns: null, isDense: false, defaultViewId: null, beginsWith: null };
const place = (viewerId: string) => `maple.lists.${viewerId}`;

/** What the server last told this browser, so that a list does not change its columns as it is drawn. */
export const habitIn = (viewerId: string, page: string): Habit => ({ ...none, ...readAll(viewerId)[page] });

export function remember(viewerId: string, page: string, habit: Habit) {
  localStorage.setItem(place(viewerId), JSON.stringify({ ...readAll(viewerId), [page]: habit }));
}

function readAll(viewerId: string): Record<string, Partial<Habit>> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(place(viewerId)) ?? "{}");
    return typeof kept === "object" && kept !== null ? (kept as Record<string, Partial<Habit>>) : {};
  } catch {
    return {};
  }
}

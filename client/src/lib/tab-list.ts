/** A page that is kept at hand, at the address at which it was left. */
export interface PageTab {
  /** The page, as the menu has it. */
  to: string;
  href: string;
}

export const mostTabs = 12;

/** With the page at its address: in its place where it is known, at the end where it is not. The one that has stood longest goes where there are too many. */
export function withTab(tabs: readonly PageTab[], tab: PageTab): { tabs: PageTab[]; gone: PageTab | undefined } {
  if (tabs.some(({ to }) => to === tab.to))
    return { tabs: tabs.map((each) => (each.to === tab.to ? tab : each)), gone: undefined };
  const all = [...tabs, tab];
  return all.length > mostTabs ? { tabs: all.slice(1), gone: all[0] } : { tabs: all, gone: undefined };
}

/** Where one goes when a page is closed: to the one after it, or before it where it was the last; nowhere where it was not the one that is shown. */
export function afterClosing(tabs: readonly PageTab[], closed: string, shown: string | undefined): PageTab | undefined {
  if (closed !== shown) return undefined;
  const at = tabs.findIndex(({ to }) => to === closed);
  return tabs[at + 1] ?? tabs[at - 1];
}

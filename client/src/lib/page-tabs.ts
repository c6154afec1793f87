import { useSyncExternalStore } from "react";
import { ownerOfDocument } from "./whose.ts";

/** A page that is kept at hand, at the address at which it was left. */
export interface PageTab {
  /** The page, as the menu has it. */
  to: string;
  href: string;
}

/** Whether one has them is one's own affair, on this machine. */
const switchKey = () => `maple.tabs.${ownerOfDocument() ?? ""}`;
const tabsKey = "maple.tabs";
export const mostTabs = 12;

const listeners = new Set<() => void>();
function tell() {
  for (const listener of listeners) listener();
}
function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

const isOn = () => localStorage.getItem(switchKey()) === "on";
export const useHasTabs = () => useSyncExternalStore(subscribe, isOn);

export function switchTabs() {
  if (isOn()) localStorage.removeItem(switchKey());
  else localStorage.setItem(switchKey(), "on");
  tell();
}

let tabs: readonly PageTab[] | undefined;

/** Of this browser tab, through its reloads. */
const openTabs = () => (tabs ??= JSON.parse(sessionStorage.getItem(tabsKey) ?? "[]") as PageTab[]);
export const useTabs = () => useSyncExternalStore(subscribe, openTabs);

export function keepTabs(now: readonly PageTab[]) {
  tabs = now;
  sessionStorage.setItem(tabsKey, JSON.stringify(now));
  tell();
}

/** The page is shown at this address; gives the one that had to go for it. */
export function showTab(tab: PageTab): PageTab | undefined {
  const next = withTab(openTabs(), tab);
  keepTabs(next.tabs);
  return next.gone;
}

export const forgetTabs = () => sessionStorage.removeItem(tabsKey);

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

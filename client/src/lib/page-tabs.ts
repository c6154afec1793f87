import { useSyncExternalStore } from "react";
import { type PageTab, withTab } from "./tab-list.ts";
import { ownerOfDocument } from "./whose.ts";

/** Whether one has them is one's own affair, on this machine. */
const switchKey = () => `maple.tabs.${ownerOfDocument() ?? ""}`;
/** What somebody else has left open in this browser tab is not shown. */
const tabsKey = () => `maple.open.${ownerOfDocument() ?? ""}`;

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
const openTabs = () => (tabs ??= JSON.parse(sessionStorage.getItem(tabsKey()) ?? "[]") as PageTab[]);
export const useTabs = () => useSyncExternalStore(subscribe, openTabs);

export function keepTabs(now: readonly PageTab[]) {
  tabs = now;
  sessionStorage.setItem(tabsKey(), JSON.stringify(now));
  tell();
}

/** The page is shown at this address; gives the one that had to go for it. */
export function showTab(tab: PageTab): PageTab | undefined {
  const next = withTab(openTabs(), tab);
  keepTabs(next.tabs);
  return next.gone;
}

export const forgetTabs = () => sessionStorage.removeItem(tabsKey());

import { useSyncExternalStore } from "react";

/** What a command has just made, and by what it is undone. */
export type Undoable = { assignments: readonly string[] } | { absence: { id: string; version: number } };

export interface Done {
  /** What was done, with whom and where. */
  text: string;
  undo?: Undoable;
  /** It did not come to what was meant. */
  isBad?: boolean;
}

const undoableMs = 10_000;
const toldMs = 5_000;

let done: Done | undefined;
let timer: number | undefined;
const listeners = new Set<() => void>();

/** Says it at the foot of the page for a while; of what can be undone, long enough to do so. */
export function tellDone(next: Done | undefined) {
  window.clearTimeout(timer);
  done = next;
  if (next) timer = window.setTimeout(() => tellDone(undefined), next.undo ? undoableMs : toldMs);
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

export const useDone = () => useSyncExternalStore(subscribe, () => done);

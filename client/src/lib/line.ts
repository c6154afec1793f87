import { useSyncExternalStore } from "react";
import { announce, everything } from "./changes.ts";

let isUp = true;
/** Since when what is shown may be of before. */
let lostAt: number | undefined;
const listeners = new Set<() => void>();

function tell() {
  const isLost = !isUp || !navigator.onLine;
  lostAt = isLost ? (lostAt ?? Date.now()) : undefined;
  for (const listener of listeners) listener();
}

/** Whether the server's stream is there. */
export function lineIs(up: boolean) {
  if (isUp === up) return;
  isUp = up;
  tell();
}

window.addEventListener("offline", tell);
window.addEventListener("online", () => {
  tell();
  // The stream may have lasted, and what was asked meanwhile has not come.
  announce({ types: [everything] });
});

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** Since when the connection is lost by which what is shown is kept up to date; undefined while it is there. */
export const useLineLost = () => useSyncExternalStore(subscribe, () => lostAt);

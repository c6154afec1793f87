import { useSyncExternalStore } from "react";

let isUp = true;
const listeners = new Set<() => void>();
const tell = () => {
  for (const listener of listeners) listener();
};

/** Whether the server's stream is there. */
export function lineIs(up: boolean) {
  if (isUp === up) return;
  isUp = up;
  tell();
}

window.addEventListener("online", tell);
window.addEventListener("offline", tell);

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** Whether what is shown is kept up to date; else it is of before the connection was lost. */
export const useLine = () => useSyncExternalStore(subscribe, () => isUp && navigator.onLine);

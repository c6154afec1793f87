import { useSyncExternalStore } from "react";
import { announce } from "./changes.ts";
import { today } from "./dates.ts";

const everyMs = 10_000;

const listeners = new Set<() => void>();
let timer: number | undefined;
let day = today();

function tick() {
  for (const listener of listeners) listener();
  if (day === today()) return;
  day = today();
  // How many working days are left is the calendar's to say, once a day.
  announce({ types: ["WorkItem"] });
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  timer ??= window.setInterval(tick, everyMs);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    window.clearInterval(timer);
    timer = undefined;
  };
}

/** What follows from the moment, told anew as time goes by: one timer for the whole page, and a part is drawn again only when its text changes. */
export const useAsTimeGoesBy = (textAt: (now: number) => string) =>
  useSyncExternalStore(subscribe, () => textAt(Date.now()));

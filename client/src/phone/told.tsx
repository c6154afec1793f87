import { useSyncExternalStore } from "react";
import { type Problem, wordsOf } from "../lib/problem.ts";

const shownMs = 4_000;

let words = "";
let timer: number | undefined;
const listeners = new Set<() => void>();

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

function say(text: string) {
  words = text;
  window.clearTimeout(timer);
  timer = window.setTimeout(say, shownMs, "");
  for (const listener of listeners) listener();
}

export const sayDone = (text: string) => say(text);

export function sayProblem(problem: Problem) {
  const { title, told } = wordsOf(problem);
  say([title, ...told].join(" "));
}

/** What is said in passing, to the eye and to who listens: that a step is taken, or why it was refused. */
export function Told() {
  const text = useSyncExternalStore(subscribe, () => words);
  return (
    <div className="phone-told" role="status">
      {text ? <span>{text}</span> : null}
    </div>
  );
}

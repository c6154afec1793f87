import { type HTMLAttributes, type RefObject, useRef, useState } from "react";
import { useShortcut } from "../../lib/shortcuts.ts";
import type { Line } from "./columns.ts";

/**
 * j and k walk all lines, from one list into the next; the one stood on is the one that keys act on. At first it is the first that needs
 * a word.
 */
export function useLineWalk(body: RefObject<HTMLElement | null>, lines: readonly Line[], enabled: boolean) {
  const [key, setKey] = useState<string>();
  const latest = useRef<string>(undefined);
  const here = lines.find((line) => line.key === key) ?? lines.find(({ needsAWord }) => needsAWord) ?? lines[0];
  const at = here ? lines.indexOf(here) : -1;

  function take(next: string) {
    latest.current = next;
    setKey(next);
  }
  function goTo(next: string | undefined) {
    if (next === undefined) return;
    take(next);
    body.current?.querySelector<HTMLElement>(`[data-line="${CSS.escape(next)}"]`)?.focus();
  }
  useShortcut(
    "j",
    "nextRow",
    () => goTo(lines[key === undefined ? at : Math.min(at + 1, lines.length - 1)]?.key),
    enabled,
  );
  useShortcut("k", "previousRow", () => goTo(lines[Math.max(at - 1, 0)]?.key), enabled);

  const walked = (line: Line, onEnter: () => void): HTMLAttributes<HTMLElement> => ({
    tabIndex: line.key === here?.key ? 0 : -1,
    "aria-current": line.key === here?.key ? "true" : undefined,
    // A dialog that closes gives the focus back to the line that it was opened from, and by then the next one is stood on.
    onFocus({ relatedTarget }) {
      const isFromOutside = !body.current?.contains(relatedTarget);
      if (isFromOutside && latest.current !== undefined && latest.current !== line.key) goTo(latest.current);
      else take(line.key);
    },
    onClick: () => take(line.key),
    onKeyDown(event) {
      if (event.key === "Enter" && event.target === event.currentTarget) onEnter();
    },
  });
  return { here, walked, goTo };
}

import { useEffect, useEffectEvent } from "react";
import type { Words } from "../messages/generated/words.ts";

/** What a key does: as a key under `keys:does`, or in words. */
export type Does = keyof Words["keys"]["does"] | { text: string };

export interface Shortcut {
  keys: string;
  does: Does;
}

/** Those of the page that is shown, and of what lies over it. */
const standing = new Set<Shortcut>();
export const shortcutsHere = (): Shortcut[] => [...standing];

/**
 * Runs while the key is pressed anywhere but in a field; `mod` is Ctrl, or ⌘ on a Mac, and then fields count too. It stands among the
 * page's keys as long as its component does; without a key it is none.
 */
export function useShortcut(keys: string, does: Does, run: (event: KeyboardEvent) => void, enabled = true) {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.isComposing || !matches(event, keys)) return;
    event.preventDefault();
    run(event);
  });
  useEffect(() => {
    if (!enabled) return;
    const listen = (event: KeyboardEvent) => onKey(event);
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, [enabled]);
  const named = typeof does === "string" ? does : undefined;
  const text = typeof does === "string" ? "" : does.text;
  useEffect(() => {
    if (keys === "") return;
    const shortcut = { keys, does: named ?? { text } };
    standing.add(shortcut);
    return () => void standing.delete(shortcut);
  }, [keys, named, text]);
}

function matches(event: KeyboardEvent, keys: string) {
  const [key, mod] = keys.split("+").toReversed();
  const held = event.ctrlKey || event.metaKey;
  if (asTyped(event.key) !== key?.toLowerCase()) return false;
  return mod === "mod" ? held : !held && !event.altKey && !isField(event.target);
}

/** A Chinese keyboard's question mark is one too. */
const asTyped = (key: string) => (key === "\uff1f" ? "?" : key.toLowerCase());

/** Not one that a closed dialog has left behind with the focus still in it. */
function isField(target: EventTarget | null) {
  return (
    target instanceof HTMLElement &&
    target.getClientRects().length > 0 &&
    (target.isContentEditable ||
      target.matches("input, textarea, select, [role=combobox], [role=listbox], [role=tree]"))
  );
}

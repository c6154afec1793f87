import { useEffect, useEffectEvent } from "react";

/** Runs while the key is pressed anywhere but in a field; `mod` is Ctrl, or ⌘ on a Mac, and then fields count too. */
export function useShortcut(keys: string, run: (event: KeyboardEvent) => void, enabled = true) {
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
}

function matches(event: KeyboardEvent, keys: string) {
  const [key, mod] = keys.split("+").toReversed();
  const held = event.ctrlKey || event.metaKey;
  if (event.key.toLowerCase() !== key?.toLowerCase()) return false;
  return mod === "mod" ? held : !held && !event.altKey && !isField(event.target);
}

/** Not one that a closed dialog has left behind with the focus still in it. */
function isField(target: EventTarget | null) {
  return (
    target instanceof HTMLElement &&
    target.getClientRects().length > 0 &&
    (target.isContentEditable ||
      target.matches("input, textarea, select, [role=combobox], [role=listbox], [role=tree]"))
  );
}

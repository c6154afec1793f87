/** Types of entities that changed, on this screen or on somebody else's. */
export interface Changes {
  types: string[];
}

export const everything = "*";

type Listener = (changes: Changes) => void;
const listeners = new Set<Listener>();

export function onChanges(listener: Listener) {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

export function announce(changes: Changes) {
  for (const listener of listeners) listener(changes);
}

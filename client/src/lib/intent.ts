/** What a person meant by one press of a button, and the key it is sent under. */
export interface Intent {
  meaning: string;
  key: string;
}

export function keyFor(input: object, before?: Intent): Intent {
  const meaning = JSON.stringify(input);
  return before?.meaning === meaning ? before : { meaning, key: newKey() };
}

/** crypto.randomUUID is there only in secure contexts, and an intranet may be plain http. */
function newKey() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

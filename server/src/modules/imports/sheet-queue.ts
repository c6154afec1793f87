import { Unavailable } from "#kernel/errors";

/** Files that are being read or wait for it: in all, and of one bureau. Each is held in memory. */
const most = { all: 40, bureau: 8 };

/** Lets so many files be read at once, one of each bureau; bureaus that wait take turns. */
export function sheetQueue(atOnce: number) {
  /** Of each bureau that has any: the first is being read or is next. In the order of the bureaus' turns. */
  const lines = new Map<string, (() => void)[]>();
  const reading = new Set<string>();
  let held = 0;

  function begin() {
    for (const [bureauId, line] of lines) {
      if (reading.size >= atOnce) return;
      if (reading.has(bureauId) || line.length === 0) continue;
      reading.add(bureauId);
      line.shift()!();
    }
  }

  function end(bureauId: string) {
    reading.delete(bureauId);
    held--;
    const line = lines.get(bureauId)!;
    lines.delete(bureauId);
    if (line.length > 0) lines.set(bureauId, line);
    begin();
  }

  return async function inTurn<T>(bureauId: string, read: () => Promise<T>): Promise<T> {
    const line = lines.get(bureauId) ?? [];
    const ofBureau = line.length + (reading.has(bureauId) ? 1 : 0);
    if (held >= most.all || ofBureau >= most.bureau) throw new Unavailable([], "FILES_BUSY");
    lines.set(bureauId, line);
    held++;
    const turn = new Promise<void>((resolve) => line.push(resolve));
    begin();
    await turn;
    try {
      return await read();
    } finally {
      end(bureauId);
    }
  };
}

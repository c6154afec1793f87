import { Unavailable } from "./errors.ts";

/** What is under way or waits, in all and of one bureau; beyond it, work is refused. */
export interface MostHeld {
  all: number;
  bureau: number;
}

/** Lets so many pieces of work go at once, one of each bureau; bureaus that wait take turns. `busy` is the message of who is refused. */
export function bureauTurns(atOnce: number, most: MostHeld, busy: string) {
  /** Of each bureau that has any: the first is at work or is next. In the order of the bureaus' turns. */
  const lines = new Map<string, (() => void)[]>();
  const atWork = new Set<string>();
  let held = 0;

  function begin() {
    for (const [bureauId, line] of lines) {
      if (atWork.size >= atOnce) return;
      if (atWork.has(bureauId) || line.length === 0) continue;
      atWork.add(bureauId);
      line.shift()!();
    }
  }

  function end(bureauId: string) {
    atWork.delete(bureauId);
    held--;
    const line = lines.get(bureauId)!;
    lines.delete(bureauId);
    if (line.length > 0) lines.set(bureauId, line);
    begin();
  }

  return async function inTurn<T>(bureauId: string, work: () => Promise<T>): Promise<T> {
    const line = lines.get(bureauId) ?? [];
    const ofBureau = line.length + (atWork.has(bureauId) ? 1 : 0);
    if (held >= most.all || ofBureau >= most.bureau) throw new Unavailable([], busy);
    lines.set(bureauId, line);
    held++;
    const turn = new Promise<void>((resolve) => line.push(resolve));
    begin();
    await turn;
    try {
      return await work();
    } finally {
      end(bureauId);
    }
  };
}

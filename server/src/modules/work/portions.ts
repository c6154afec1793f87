import type { Context } from "#kernel/context";
import type { Deed } from "#kernel/record";

/** A transaction of the clock holds at most so many items, and takes up no further one once it has gone on for so long. */
export const portion = { most: 20, milliseconds: 25 };

/** Takes up one after another for as long as a transaction may hold what others wait for; the first of them in any case. */
export async function forAShortTime<Each>(all: readonly Each[], take: (each: Each) => Promise<void>): Promise<number> {
  const began = performance.now();
  let taken = 0;
  for (const each of all) {
    if (taken > 0 && performance.now() - began > portion.milliseconds) break;
    await take(each);
    taken++;
  }
  return taken;
}

/** So that what falls due in a minute is told in twenty notices at most, however many portions it takes. */
const noticesMs = 4_000;

/** Tells of the portions of a run together: at its end, and meanwhile so often where it goes on for long. */
export function gatherNotices({ bureauId, announce }: { bureauId: string } & Pick<Context, "announce">) {
  let last = performance.now();
  let waiting: Deed[] = [];
  function tell() {
    if (waiting.length === 0) return;
    announce(bureauId, waiting);
    [last, waiting] = [performance.now(), []];
  }
  return {
    announce(_bureauId: string, deeds: readonly Deed[]) {
      waiting.push(...deeds);
      if (performance.now() - last >= noticesMs) tell();
    },
    tell,
  };
}

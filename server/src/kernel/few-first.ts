interface Entrance {
  bureauId: string;
  begin(): void;
}

export interface FewBounds {
  /** Pieces of work that go at one time, those that take long aside. */
  few: number;
  /** What is under way for longer counts no more. */
  longMs: number;
}

/**
 * Lets few pieces of work go at one time, and another for each that takes long. Of what waits, that goes first whose bureau has
 * the least under way. Work is told whether a place among the few is its own until it ends.
 */
export function fewFirst({ few, longMs }: FewBounds) {
  /** Of each bureau, what is under way and has not taken long. */
  const quick = new Map<string, number>();
  let waiting: Entrance[] = [];
  let [quickInAll, placesTaken] = [0, 0];

  const quickOf = (bureauId: string) => quick.get(bureauId) ?? 0;

  function count(bureauId: string, by: 1 | -1) {
    quickInAll += by;
    const next = quickOf(bureauId) + by;
    if (next === 0) quick.delete(bureauId);
    else quick.set(bureauId, next);
  }

  function enter(bureauId: string): Promise<void> | undefined {
    if (quickInAll < few) return void count(bureauId, 1);
    return new Promise((begin) => waiting.push({ bureauId, begin }));
  }

  function endQuick(bureauId: string) {
    count(bureauId, -1);
    const [first] = waiting;
    if (!first) return;
    const next = waiting.reduce((best, each) => (quickOf(each.bureauId) < quickOf(best.bureauId) ? each : best), first);
    waiting = waiting.filter((each) => each !== next);
    count(next.bureauId, 1);
    next.begin();
  }

  return async function go<R>(bureauId: string, work: (hasPlace: boolean) => Promise<R>): Promise<R> {
    await enter(bureauId);
    const hasPlace = placesTaken < few;
    if (hasPlace) placesTaken++;
    let isQuick = true;
    const end = () => {
      if (isQuick) endQuick(bureauId);
      isQuick = false;
    };
    const long = setTimeout(end, longMs);
    try {
      return await work(hasPlace);
    } finally {
      clearTimeout(long);
      if (hasPlace) placesTaken--;
      end();
    }
  };
}

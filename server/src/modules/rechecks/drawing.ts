import { createHash } from "node:crypto";

/** All that might be drawn, and who might check it. */
export interface Pool {
  stationId: string;
  /** Its first day. */
  month: string;
  items: readonly PoolItem[];
  /** Ids of members. */
  checkers: readonly string[];
}

export interface PoolItem {
  id: string;
  /** Members who did it or accepted it. */
  without: readonly string[];
}

export interface DrawnItem {
  place: number;
  itemId: string;
  checkerId: string;
}

export interface Drawn {
  items: DrawnItem[];
  /** How many came before the last one drawn, and nobody may check them. */
  passedOver: number;
}

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

/** The pool as it is kept: a line for each, in order, so that the same pool is always the same text. */
export function textOf({ stationId, month, items, checkers }: Pool): string {
  const lines = [
    ...items.map(({ id, without }) => `item ${[id, ...without.toSorted()].join(" ")}`).sort(),
    ...checkers.map((id) => `checker ${id}`).sort(),
  ];
  return `${[`station ${stationId}`, `month ${month}`, ...lines].join("\n")}\n`;
}

export const digestOf = sha256;

/** What `textOf` wrote. */
export function poolIn(text: string): Pool {
  const words = text
    .trimEnd()
    .split("\n")
    .map((line) => line.split(" "));
  const after = (word: string) => words.filter(([first]) => first === word).map(([, ...rest]) => rest);
  return {
    stationId: after("station")[0]?.[0] ?? "",
    month: after("month")[0]?.[0] ?? "",
    items: after("item").map(([id = "", ...without]) => ({ id, without })),
    checkers: after("checker").map(([id = ""]) => id),
  };
}

const byRank = (rankOf: (id: string) => string) => (one: string, other: string) =>
  rankOf(one) < rankOf(other) ? -1 : 1;

/** Everybody who might check the item, in the order drawn: by SHA-256 of the seed, the item's id and theirs, the smallest first. */
export function checkersOf(seed: string, { id, without }: PoolItem, checkers: readonly string[]): string[] {
  const might = checkers.filter((checker) => !without.includes(checker));
  return might.toSorted(byRank((checker) => sha256(`${seed} ${id} ${checker}`)));
}

/** By SHA-256 of the seed and the item's id, the smallest first: as many as are asked for, of those that somebody may check. */
export function drawFrom(seed: string, pool: Pool, asked: number): Drawn {
  const drawn: Drawn = { items: [], passedOver: 0 };
  const ranks = new Map(pool.items.map(({ id }) => [id, sha256(`${seed} ${id}`)]));
  const inTurn = pool.items.toSorted((one, other) => (ranks.get(one.id)! < ranks.get(other.id)! ? -1 : 1));
  for (const item of inTurn) {
    if (drawn.items.length === asked) break;
    const [checkerId] = checkersOf(seed, item, pool.checkers);
    if (checkerId === undefined) drawn.passedOver++;
    else drawn.items.push({ place: drawn.items.length + 1, itemId: item.id, checkerId });
  }
  return drawn;
}

import { inBureau, type Sql } from "#kernel/database/in-bureau";
import type { Database } from "../kernel/database/database.ts";
import { NotFound } from "../kernel/errors.ts";
import { isId } from "../kernel/ids.ts";
import { findBureau } from "../modules/auth/index.ts";
import { checkersOf, digestOf, drawFrom, type DrawnItem, poolIn } from "../modules/rechecks/index.ts";
import { type Command, Misuse, parse } from "./command.ts";
import { changedSince, drawsOf, type KeptDraw, type KeptRecheck, rechecksOf } from "./redraw.store.ts";

export interface Redrawn {
  draw: KeptDraw;
  /** What seed and pool give. */
  items: DrawnItem[];
  kept: KeptRecheck[];
  /** Where what is kept is not what they give, and why. */
  differences: string[];
  /** Candidates that have been opened again, or closed anew in another month, since: they change nothing of the draw. */
  since: { number: string; state: string }[];
}

/** Draws again what the bureau has drawn, from the seed and the digest in its audit log and from the pool of that digest. */
export async function redraw(database: Database, code: string, id?: string): Promise<Redrawn[]> {
  const bureauId = await findBureau(database, code);
  if (!bureauId) throw new NotFound([{ path: ["code"], code: "NO_SUCH_BUREAU", params: { code } }]);
  return inBureau(database, bureauId, async (sql) => {
    const done: Redrawn[] = [];
    for (const draw of await drawsOf(sql, bureauId, id)) done.push(await redrawn(sql, bureauId, draw));
    return done;
  });
}

async function redrawn(sql: Sql, bureauId: string, draw: KeptDraw): Promise<Redrawn> {
  const pool = poolIn(draw.pool);
  const kept = await rechecksOf(sql, bureauId, draw.id);
  const ids = pool.items.map((item) => item.id);
  const since = await changedSince(sql, bureauId, ids, draw.month);
  const { told } = draw;
  if (!told) return { draw, items: [], kept, since, differences: ["the audit log says nothing of this draw"] };
  const differences: string[] = [];
  if (digestOf(draw.pool) !== told.digest)
    differences.push(`the pool has the digest ${digestOf(draw.pool)}, the audit log says ${told.digest}`);
  if (draw.seed !== told.seed) differences.push(`the draw has the seed ${draw.seed}, the audit log says ${told.seed}`);
  const { items } = drawFrom(told.seed, pool, told.asked);
  differences.push(...compared("the audit log", items, told.items));
  for (const [index, item] of items.entries()) {
    const there = kept[index];
    if (!there || there.itemId !== item.itemId) {
      differences.push(`place ${item.place}: drawn is ${item.itemId}, kept is ${there?.itemId ?? "nothing"}`);
      continue;
    }
    const order = checkersOf(
      told.seed,
      pool.items.find((each) => each.id === item.itemId)!,
      pool.checkers,
    );
    if (order[there.turn - 1] !== there.checkerId)
      differences.push(
        `place ${item.place}: in turn ${there.turn} the checker is ${order[there.turn - 1] ?? "nobody"}, kept is ${there.checkerId}`,
      );
  }
  if (kept.length > items.length) differences.push(`${kept.length} are kept, ${items.length} were drawn`);
  return { draw, items, kept, since, differences };
}

function compared(where: string, drawn: readonly DrawnItem[], said: readonly DrawnItem[]): string[] {
  const text = (items: readonly DrawnItem[]) =>
    items.map(({ place, itemId, checkerId }) => `${place} ${itemId} ${checkerId}`).join(", ");
  return text(drawn) === text(said) ? [] : [`drawn is ${text(drawn)}; ${where} says ${text(said)}`];
}

/** Exits with 1 where a draw is not what its seed and its pool give. */
export const redrawCommand: Command = async ({ args, open, say }) => {
  const [code, id] = parse(args, {}, 2).positionals;
  if (!code) throw new Misuse("redraw needs the bureau's code, and may be given a draw's id.");
  if (id !== undefined && !isId(id)) throw new Misuse(`${id} is no draw's id.`);
  const { database } = await open();
  const all = await redraw(database, code, id);
  for (const { draw, items, kept, differences, since } of all) {
    const name = `${draw.station} ${draw.month.slice(0, 7)} no. ${draw.number} (${draw.id})`;
    say(`${name}: ${differences.length === 0 ? `${items.length} drawn again, the same` : "DIFFERS"}`);
    for (const difference of differences) say(`  ${difference}`);
    if (id === undefined) continue;
    say(`  seed ${draw.seed}, pool of ${poolIn(draw.pool).items.length} with the digest ${digestOf(draw.pool)}`);
    for (const { place, number, checker, badge, turn } of kept)
      say(`  ${place}. ${number} by ${checker} ${badge}${turn > 1 ? `, passed on ${turn - 1} times` : ""}`);
    for (const { number, state } of since) say(`  since then ${number} was opened again: it is ${state} now`);
  }
  if (all.length === 0) say(id ? `${code} has no draw ${id}.` : `${code}: nothing was drawn yet.`);
  return all.some(({ differences }) => differences.length > 0) || (id !== undefined && all.length === 0) ? 1 : 0;
};

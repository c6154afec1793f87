import { dayIn, startOf } from "../days.ts";
import type { Grid, Unit } from "../draft.ts";
import { isWithin, type Span } from "../periods-of-figures.ts";
import type { Random } from "../random.ts";
import { categoryOf } from "./categories.ts";
import { seatOf } from "./crew.ts";
import { type Actor, command, type Ledger } from "./ledger.ts";
import { register, settle } from "./matters.ts";
import type { Category, Matter, MatterKind, MatterSource, MediationMethod } from "./rows.ts";
import { settledNotes, streets, titlesOf } from "./words.ts";

/** Where matters were received, and which account put them down. */
export interface Desk {
  ledger: Ledger;
  random: Random;
  station: Unit;
  grids: readonly Grid[];
  by: Actor;
}

export interface Received {
  kind: MatterKind;
  code: string;
  source: MatterSource;
  happenedAt: Date;
  /** When it was put down: at once, without it. */
  registeredAt?: Date;
  description?: string;
  method?: MediationMethod;
}

/** Received, put down and settled within its four hours, by who commands; false where nobody was there to receive it. */
export function tellSettled(desk: Desk, { kind, code, source, description, method, ...times }: Received): boolean {
  const { ledger, random, station, by } = desk;
  const { happenedAt, registeredAt = new Date(happenedAt.getTime() + random.int(60, 1_200) * 1_000) } = times;
  const grid = gridAt(desk, registeredAt);
  if (!grid) return false;
  const category = categoryOf(ledger.categories, kind, code);
  const matter = command(ledger, registeredAt, by, (doing) =>
    register(doing, {
      ...{ kind, categoryId: category.id, source, urgency: "ORDINARY", title: random.pick(titlesOf(category)) },
      ...{ gridId: grid.grid.id, stationId: station.id, description: description ?? null, happenedAt },
      address: `${random.pick(streets)}${random.int(1, 180)}号`,
      firstReceiverId: grid.receiverId,
    }),
  );
  const at = new Date(registeredAt.getTime() + random.int(600, 13_000) * 1_000);
  command(ledger, at, by, (doing) => settle(doing, matter, random.pick(settledNotes), "SETTLED", method));
  return true;
}

/** A grid of the station whose officer answered then. */
function gridAt({ ledger, random, grids }: Desk, at: Date): { grid: Grid; receiverId: string } | undefined {
  const open = grids.filter(({ openedOn }) => openedOn <= dayIn(at));
  for (let tries = 0; tries < 3 * open.length; tries++) {
    const grid = random.pick(open);
    const receiverId = ledger.answering.of(seatOf(grid), at).find(({ memberId }) => memberId !== null)?.memberId;
    if (receiverId) return { grid, receiverId };
  }
  return undefined;
}

/** A moment of one of the days, by day and in the evening, early enough to be settled before the demo is loaded. */
export function momentWithin({ ledger, random }: Pick<Desk, "ledger" | "random">, { from, to }: Span): Date {
  const first = Date.parse(startOf(from));
  const days = Math.round((Date.parse(startOf(to)) - first) / 86_400_000);
  const latest = ledger.draft.now.getTime() - 5 * 3_600_000;
  for (;;) {
    const at = first + random.int(0, days) * 86_400_000 + random.int(7 * 3600, 19 * 3600) * 1_000;
    if (at < latest) return new Date(at);
  }
}

export const countOf = (
  { ledger, station }: Pick<Desk, "ledger" | "station">,
  span: Span,
  kind: MatterKind,
  isOf: (matter: Matter, category: Category) => boolean = () => true,
): number =>
  ledger.matters.filter(
    (matter) =>
      matter.row.kind === kind &&
      matter.row.stationId === station.id &&
      isWithin(span, matter.row.happenedAt) &&
      isOf(
        matter,
        ledger.categories.find(({ id }) => id === matter.row.categoryId)!,
      ),
  ).length;

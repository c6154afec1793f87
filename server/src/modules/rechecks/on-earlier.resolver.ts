import { recheckDraws, rechecks, units, workItems } from "@maple-bridge/drizzle/tables";
import { FieldResolver, Int, Resolver } from "type-graphql";
import { many, sql, sqlOf } from "#kernel/read";
import { Unit } from "#modules/organisation";
import { WorkItem } from "#modules/work";
import { perMonthOf } from "./recheck.rows.ts";
import { Recheck, RecheckDraw } from "./recheck.types.ts";

@Resolver(() => WorkItem)
export class RechecksOnItem {
  @FieldResolver(() => [Recheck], { description: "When it was drawn to be checked again, the last first." })
  @many(rechecks, {
    about: 0,
    perRow: true,
    child: rechecks.itemId,
    parent: workItems.id,
    order: ({ round }) => sql`${round} desc`,
  })
  rechecks(): never {
    throw new Error("read by its source");
  }
}

@Resolver(() => Unit)
export class RechecksOnUnit {
  @FieldResolver(() => Int, {
    description: "Of a station: how many pieces of its closed work are drawn in a month to be checked again.",
  })
  @sqlOf(units, ({ id }, reading) => perMonthOf(id, reading))
  rechecksPerMonth(): never {
    throw new Error("read by its source");
  }

  @FieldResolver(() => [RecheckDraw], { description: "Of a station: its draws, the newest first." })
  @many(recheckDraws, {
    about: 12,
    inAll: 3_000,
    child: recheckDraws.stationId,
    order: ({ month, number }) => sql`${month} desc, ${number} desc`,
  })
  recheckDraws(): never {
    throw new Error("read by its source");
  }
}

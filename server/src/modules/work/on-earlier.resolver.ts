import { workEvents, workItems } from "@maple-bridge/drizzle/tables";
import { FieldResolver, Resolver } from "type-graphql";
import { type Fragment, many, one, sql, through } from "#kernel/read";
import { Grid } from "#modules/grids";
import { Member } from "#modules/members";
import { memberWork } from "./member-work.rows.ts";
import { WorkEvent } from "./work-event.types.ts";
import { WorkItem } from "./work-item.types.ts";
import { isOpen } from "./work.rows.ts";

const firstDueFirst = ({ nextDueAt, id }: { nextDueAt: Fragment; id: Fragment }) => sql`${nextDueAt} nulls last, ${id}`;

@Resolver(() => Grid)
export class WorkOnGrid {
  @FieldResolver(() => [WorkItem], { description: "Open work of its seats and about it, the first due first." })
  @many(workItems, { about: 5, inAll: 20_000, child: workItems.gridId, where: isOpen, order: firstDueFirst })
  openWork(): never {
    throw new Error("read by its source");
  }
}

@Resolver(() => Member)
export class WorkOnMember {
  @FieldResolver(() => [WorkItem], {
    description:
      "Open work of the seats held, and what is addressed to the member directly or was claimed, the first due first.",
  })
  @many(workItems, {
    about: 10,
    through: through(memberWork, { parent: memberWork.memberId, child: memberWork.itemId }),
    where: isOpen,
    order: firstDueFirst,
  })
  openWork(): never {
    throw new Error("read by its source");
  }
}

@Resolver(() => WorkEvent)
export class EventItem {
  @FieldResolver(() => WorkItem)
  @one(workEvents.itemId)
  item(): never {
    throw new Error("read by its source");
  }
}

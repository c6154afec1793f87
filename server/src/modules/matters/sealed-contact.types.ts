import { matters, sealedContacts } from "@maple-bridge/drizzle/tables";
import { Field, ID, Int, ObjectType } from "type-graphql";
import { column, From, inReach, Node, type Reading, type RowOf, rowUnder, sql, sqlOf } from "#kernel/read";
import { DateTime } from "#kernel/scalars";
import { isMatterIdInSight, isMatterInSight } from "./matter-sight.rows.ts";
import { isMediator } from "./matter.rows.ts";
import { PartyRole } from "./matter.enums.ts";
import { mayOpenContacts } from "./matter.policy.ts";

type Contact = RowOf<typeof sealedContacts>;

/** The chief over the matter's station, and the mediator at its grid. */
export function mayOpen({ matterId }: Pick<Contact, "matterId">, reading: Reading) {
  const matter = rowUnder(matters, "about");
  return sql`exists (select from matters about where about.bureau_id = ${reading.bureau} and about.id = ${matterId}
    and (${inReach(reading, matter.stationId, mayOpenContacts.roles)} or ${isMediator(matter, reading)}))`;
}

export const daysKept = 90;

@ObjectType({
  implements: Node,
  description: `A party of a matter by its role and, sealed, how it may be reached. It is opened by openSealedContact, by the chief and the mediator only, which is recorded each time, and erased ${daysKept} days after the matter has ended.`,
})
@From(sealedContacts, {
  visibleTo: ({ matterId }, reading) => isMatterIdInSight(matterId, reading),
  seenWith: { rule: isMatterInSight, key: ({ matterId }) => matterId },
})
export class SealedContact {
  @Field(() => ID) @column(sealedContacts.id) id!: string;
  @Field(() => PartyRole) @column(sealedContacts.role) role!: PartyRole;
  @Field(() => Boolean, { description: "Whether there is something to open." })
  @sqlOf(sealedContacts, ({ sealed }) => sql`${sealed} is not null`)
  isSealed!: boolean;
  @Field(() => DateTime, { nullable: true }) @column(sealedContacts.erasedAt) erasedAt?: string;
  @Field(() => Int) @column(sealedContacts.version) version!: number;
  @Field(() => [String])
  @sqlOf(sealedContacts, (contact, reading) =>
    reading.caller.mayWrite
      ? sql`case when ${contact.sealed} is not null and ${mayOpen(contact, reading)} then array['OPEN_SEALED_CONTACT'] else '{}'::text[] end`
      : sql`'{}'::text[]`,
  )
  viewerMay!: string[];
}

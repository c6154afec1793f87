import { sessions } from "@maple-bridge/drizzle/tables";
import { Field, ID, ObjectType } from "type-graphql";
import {
  column,
  connectionOf,
  From,
  Node,
  one,
  type Reading,
  type Ref,
  type RowOf,
  sql,
  sqlOf,
  viewerMay,
} from "#kernel/read";
import { DateTime } from "#kernel/scalars";
import { mayManageAccounts } from "./account.policy.ts";
import { accountInSight } from "./account-sight.ts";
import { Account } from "./account.types.ts";

type SessionRow = RowOf<typeof sessions>;

/** When it ends unless it is used before. */
export const endOf = (
  session: SessionRow,
  { bureau }: Reading,
) => sql`least(${session.expiresAt}, ${session.lastSeenAt} +
  (select make_interval(mins => b.session_idle_minutes) from bureaus b where b.bureau_id = ${bureau}))`;

export const isLive = (session: SessionRow, reading: Reading) =>
  sql`(${session.endedAt} is null and ${endOf(session, reading)} > ${reading.now})`;

@ObjectType({ implements: Node, description: "A browser that is, or was, signed in 会话." })
@From(sessions, { visibleTo: (session, reading) => accountInSight(reading, session.accountId) })
export class Session {
  @Field(() => ID) @column(sessions.id) id!: string;
  @Field(() => Account) @one(sessions.accountId) account!: Ref<Account>;
  @Field(() => Boolean, { description: "The one you ask with." })
  @sqlOf(sessions, (session, { via }) => sql`${session.id} = ${via}`)
  isCurrent!: boolean;
  @Field(() => Boolean) @sqlOf(sessions, isLive) isLive!: boolean;
  @Field(() => DateTime) @column(sessions.createdAt) createdAt!: string;
  @Field(() => DateTime, { description: "To the minute." }) @column(sessions.lastSeenAt) lastSeenAt!: string;
  @Field(() => DateTime, { description: "When it ends at the latest." }) @column(sessions.expiresAt) expiresAt!: string;
  @Field(() => DateTime, { description: "When it ends unless it is used before." })
  @sqlOf(sessions, endOf)
  idleAt!: string;
  @Field(() => DateTime, { nullable: true, description: "When somebody ended it." })
  @column(sessions.endedAt)
  endedAt?: string;
  @Field(() => String, { nullable: true }) @column(sessions.userAgent) userAgent?: string;
  @Field(() => String, { nullable: true, description: "The network address it was opened from." })
  @column(sessions.address)
  address?: string;
  @Field(() => [String], { description: "What you may do with it." })
  @viewerMay(sessions, { ownOrBureau: (session) => session.accountId }, [
    { action: "END_SESSION", policy: mayManageAccounts, when: isLive },
  ])
  viewerMay!: string[];
}

export const SessionConnection = connectionOf("Session", () => Session);

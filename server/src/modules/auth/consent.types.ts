import { consents } from "@maple-bridge/drizzle/tables";
import { Field, ID, InputType, ObjectType, registerEnumType } from "type-graphql";
import { CommandInput } from "#kernel/command-input";
import {
  column,
  connectionOf,
  everything,
  From,
  Node,
  nothing,
  one,
  raw,
  type Reading,
  type Ref,
  type RowOf,
  sql,
  sqlOf,
} from "#kernel/read";
import { DateTime } from "#kernel/scalars";
import { mayConsent, maySeeAccounts } from "./account.policy.ts";
import { Account } from "./account.types.ts";
import { Role } from "./role.ts";

export const ConsentKind = { GRANT_ROLE: "GRANT_ROLE", RESET_PASSWORD: "RESET_PASSWORD" } as const;
export type ConsentKind = keyof typeof ConsentKind;
registerEnumType(ConsentKind, { name: "ConsentKind", description: "What is asked for." });

export const ConsentState = {
  PENDING: "PENDING",
  CONFIRMED: "CONFIRMED",
  DECLINED: "DECLINED",
  WITHDRAWN: "WITHDRAWN",
  EXPIRED: "EXPIRED",
} as const;
export type ConsentState = keyof typeof ConsentState;
registerEnumType(ConsentState, {
  name: "ConsentState",
  description: "Whether it was decided, and how.",
  valuesConfig: { WITHDRAWN: { description: "By who had asked for it." } },
});

type ConsentRow = RowOf<typeof consents>;

export const isPending = (consent: ConsentRow, { now }: Reading) =>
  sql`(${consent.state} = 'PENDING' and ${consent.expiresAt} > ${now})`;

const viewersPerson = ({ bureau, account }: Reading) => sql`person_of(${bureau}, ${account})`;

@ObjectType({
  implements: Node,
  description:
    "A consent 同意: an administrator's or auditor's role, or a new first password for an account that has one, is asked for by one administrator and takes effect once another person, an administrator too, confirms it within three days; or an operator does.",
})
@From(consents, {
  visibleTo: (_consent, reading) => (reading.caller.reach(maySeeAccounts.roles) === "all" ? everything : nothing),
})
export class Consent {
  @Field(() => ID) @column(consents.id) id!: string;
  @Field(() => ConsentKind) @column(consents.kind) kind!: ConsentKind;
  @Field(() => Account, { description: "Whose role or password it is about." })
  @one(consents.accountId)
  account!: Ref<Account>;
  @Field(() => Role, { nullable: true }) @column(consents.role) role?: Role;
  @Field(() => ID, { nullable: true }) @column(consents.unitId) unitId?: string;
  @Field(() => String, { nullable: true })
  @sqlOf(
    consents,
    (consent, { bureau }) =>
      sql`(select u.name from units u where u.bureau_id = ${bureau} and u.id = ${consent.unitId})`,
  )
  unitName?: string;
  @Field(() => String) @column(consents.reason) reason!: string;
  @Field(() => ConsentState)
  @sqlOf(
    consents,
    (consent, { now }) =>
      sql`case when ${consent.state} = 'PENDING' and ${consent.expiresAt} <= ${now} then 'EXPIRED' else ${consent.state} end`,
  )
  state!: ConsentState;
  @Field(() => Account) @one(consents.requestedBy) requestedBy!: Ref<Account>;
  @Field(() => DateTime) @column(consents.requestedAt) requestedAt!: string;
  @Field(() => DateTime) @column(consents.expiresAt) expiresAt!: string;
  @Field(() => Account, { nullable: true, description: "Null while it is pending, and for an operator." })
  @one(consents.decidedBy)
  decidedBy?: Ref<Account>;
  @Field(() => DateTime, { nullable: true }) @column(consents.decidedAt) decidedAt?: string;
  @Field(() => [String], {
    description: "What you may do with it: an administrator declines, another person confirms.",
  })
  @sqlOf(consents, (consent, reading) => {
    const mayDecide = reading.caller.mayWrite && reading.caller.reach(mayConsent.roles) === "all";
    const open = sql`${raw(String(mayDecide))} and ${isPending(consent, reading)}`;
    const isAnother = sql`${viewersPerson(reading)} not in (${consent.requestedPerson}, ${consent.accountPerson})`;
    return sql`array_remove(array[case when ${open} and ${isAnother} then 'CONFIRM_CONSENT' end, case when ${open} then 'DECLINE_CONSENT' end]::text[], null)`;
  })
  viewerMay!: string[];
}

export const ConsentConnection = connectionOf("Consent", () => Consent);

@InputType()
export class RequestConsentInput extends CommandInput {
  @Field(() => ConsentKind) kind!: ConsentKind;
  @Field(() => ID) accountId!: string;
  @Field(() => Role, { nullable: true, description: "BUREAU_ADMINISTRATOR or AUDITOR, where a role is asked for." })
  role?: Role | null;
  @Field(() => ID, { nullable: true, description: "Over which unit the role is asked for." }) unitId?: string | null;
  @Field(() => String, { description: "At most 200 characters." }) reason!: string;
}

@InputType()
export class ConsentCommandInput extends CommandInput {
  @Field(() => ID) id!: string;
}

/** `id` is the consent that the payload's own field reads. */
@ObjectType({ description: "A consent that was confirmed, and what came of it." })
export class ConfirmedConsent {
  id!: string;
  @Field(() => String, {
    nullable: true,
    description:
      "Of a reset: the first password to hand over to whoever it is for. Shown this once and kept nowhere; null when the call repeats an earlier one.",
  })
  firstPassword!: string | null;
}

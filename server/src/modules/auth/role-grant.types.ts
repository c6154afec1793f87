import { roleGrants } from "@maple-bridge/drizzle/tables";
import { Field, ID, ObjectType } from "type-graphql";
import { column, From, Node, one, type Ref, type RowOf, sql, sqlOf, viewerMay } from "#kernel/read";
import { DateTime } from "#kernel/scalars";
import { mayManageRoles } from "./account.policy.ts";
import { accountInSight } from "./account-sight.ts";
import { Account } from "./account.types.ts";
import { Role } from "./role.ts";

export const inGrantOrder = (grant: RowOf<typeof roleGrants>) => sql`${grant.role}, ${grant.createdAt}, ${grant.id}`;

@ObjectType({ implements: Node, description: "A role 角色 that an account holds over a unit and all below it." })
@From(roleGrants, { visibleTo: (grant, reading) => accountInSight(reading, grant.accountId) })
export class RoleGrant {
  @Field(() => ID) @column(roleGrants.id) id!: string;
  @Field(() => Role) @column(roleGrants.role) role!: Role;
  @Field(() => ID) @column(roleGrants.unitId) unitId!: string;
  @Field(() => String)
  @sqlOf(
    roleGrants,
    (grant, { bureau }) => sql`(select u.name from units u where u.bureau_id = ${bureau} and u.id = ${grant.unitId})`,
  )
  unitName!: string;
  @Field(() => Boolean, { description: "Held over the whole bureau." })
  @sqlOf(
    roleGrants,
    (grant, { bureau }) =>
      sql`exists (select from units u where u.bureau_id = ${bureau} and u.id = ${grant.unitId} and u.parent_id is null)`,
  )
  isBureauWide!: boolean;
  @Field(() => DateTime) @column(roleGrants.createdAt) createdAt!: string;
  @Field(() => Account) @one(roleGrants.accountId) account!: Ref<Account>;
  @Field(() => [String], { description: "What you may do with it." })
  @viewerMay(roleGrants, "bureau", [mayManageRoles])
  viewerMay!: string[];
}

import { bureaus } from "@maple-bridge/drizzle/tables";
import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { UpdateInput } from "#kernel/command-input";
import { column, everyones, From, viewerMay } from "#kernel/read";
import { mayUpdateSessionPolicy } from "./account.policy.ts";

@ObjectType({ description: "How long the bureau's sessions last." })
@From(bureaus, { visibleTo: everyones("how long everyone's session lasts") })
export class SessionPolicy {
  @Field(() => ID, { description: "The bureau's." }) @column(bureaus.bureauId) id!: string;
  @Field(() => Int, { description: "Minutes after which an unused session ends." })
  @column(bureaus.sessionIdleMinutes)
  idleMinutes!: number;
  @Field(() => Int, { description: "Hours after sign-in at which a session ends at the latest." })
  @column(bureaus.sessionHours)
  hours!: number;
  @Field(() => Int, { description: "The bureau's version." }) @column(bureaus.version) version!: number;
  @Field(() => [String], { description: "What you may do with it." })
  @viewerMay(bureaus, "bureau", [mayUpdateSessionPolicy])
  viewerMay!: string[];
}

@InputType()
export class UpdateSessionPolicyInput extends UpdateInput {
  @Field(() => Int, { description: "5 to 1440; holds for running sessions at once." }) idleMinutes!: number;
  @Field(() => Int, { description: "1 to 168; holds for sessions opened from now on." }) hours!: number;
}

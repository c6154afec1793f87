import { deadlineRules, workEvents } from "@maple-bridge/drizzle/tables";
import { Arg, Args, Query, Resolver } from "type-graphql";
import { mutation, mutations } from "#kernel/mutations";
import { type Fragment, inForce, PageArgs, pages, type Reading, type RowOf, sql } from "#kernel/read";
import { DateTime } from "#kernel/scalars";
import { ApplyDeadlinePresetInput, SetDeadlineRuleInput } from "./deadline.inputs.ts";
import { DeadlineRule, DeadlineRuleConnection } from "./deadline-rule.types.ts";
import { applyDeadlinePreset, setDeadlineRule } from "./set-deadline-rule.ts";
import { WorkEventConnection } from "./work-event.types.ts";
import { OrderKind, Urgency, WorkKind } from "./work.enums.ts";

type RuleFields = RowOf<typeof deadlineRules>;

/** Of the moment asked about, or all that ever were. */
function asked(rule: RuleFields, reading: Reading): Fragment {
  const [kind, orderKind, urgency] = [
    reading.arg("kind", "text"),
    reading.arg("orderKind", "text"),
    reading.arg("urgency", "text"),
  ];
  const when = reading.choice("always") === true ? sql`true` : sql`(${inForce(rule, reading.at)})`;
  return sql`(${when}${kind ? sql` and ${rule.kind} = ${kind}` : sql``}${orderKind ? sql` and ${rule.orderKind} = ${orderKind}` : sql``}${
    urgency ? sql` and ${rule.urgency} = ${urgency}` : sql``
  })`;
}

@Resolver()
export class DeadlineResolver {
  @Query(() => DeadlineRuleConnection, {
    description: "The rules in force 时限规则, by kind and urgency, of each the newest first.",
  })
  @pages(deadlineRules, {
    where: asked,
    order: (rule) => ({
      terms: [
        { by: rule.kind, type: "text" },
        { by: sql`coalesce(${rule.orderKind}, '')`, type: "text" },
        { by: sql`array_position(array['CRITICAL', 'URGENT', 'ORDINARY'], ${rule.urgency})`, type: "int" },
        { by: sql`-${rule.revision}`, type: "int" },
      ],
    }),
  })
  deadlineRules(
    @Args(() => PageArgs) _args: PageArgs,
    @Arg("at", () => DateTime, { nullable: true, description: "The moment asked above, else now, when absent." })
    _at?: Date,
    @Arg("kind", () => WorkKind, { nullable: true }) _kind?: string,
    @Arg("orderKind", () => OrderKind, { nullable: true }) _orderKind?: string,
    @Arg("urgency", () => Urgency, { nullable: true }) _urgency?: string,
    @Arg("always", () => Boolean, { defaultValue: false, description: "Those that are over, too, whatever `at` is." })
    _always?: boolean,
  ): never {
    throw new Error("read by its source");
  }

  @Query(() => WorkEventConnection, {
    description:
      "What moved when a rule or the calendar changed, the newest first: an event for each due time, with what it was and what it became.",
  })
  @pages(workEvents, {
    where: (event, reading) => {
      const since = reading.arg("since", "timestamptz");
      return sql`(${event.action} = 'RECOMPUTE'${since ? sql` and ${event.at} >= ${since}` : sql``})`;
    },
    order: (event) => ({ terms: [{ by: event.at, type: "timestamptz" }], descending: true }),
  })
  recomputations(
    @Args(() => PageArgs) _args: PageArgs,
    @Arg("since", () => DateTime, { nullable: true, description: "When it was recorded, from then on." }) _since?: Date,
  ): never {
    throw new Error("read by its source");
  }
}

export const DeadlineMutations = mutations({
  setDeadlineRule: mutation({
    input: SetDeadlineRuleInput,
    gives: DeadlineRule,
    does: setDeadlineRule,
    description:
      "The revision in force ends and the next one begins. Due times of open work are worked out by it soon after; `recomputations` tells which moved.",
  }),
  applyDeadlinePreset: mutation({
    input: ApplyDeadlinePresetInput,
    gives: [DeadlineRule],
    does: applyDeadlinePreset,
    description: "Gives the rules that the preset names, those that were in force already among them.",
  }),
});

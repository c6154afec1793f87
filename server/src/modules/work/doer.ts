import { accountOf } from "#kernel/actor";
import type { Transaction } from "#kernel/command";
import type { Answerer, NewEvent } from "./work.store.ts";

type Doer = Pick<
  NewEvent,
  "accountId" | "actorName" | "actorMemberId" | "onBehalfOfId" | "cause" | "source" | "answeredById"
>;

const causes = { session: "PERSON", operator: "PERSON", token: "API", job: "JOB", clock: "JOB" } as const;

/** Who takes the step, for whom, and who answered for the item then. */
export function doerOf({ actor, ctx }: Transaction, answerers: readonly Answerer[]): Doer {
  const own = answerers.find(({ memberId }) => memberId !== null && memberId === actor.memberId);
  const answering = own ?? answerers.find(({ memberId }) => memberId !== null);
  // What the clock tells is told to who stands in, for the holder.
  const standIn = own || actor.via.kind === "clock" ? answering : undefined;
  const isStandIn = standIn !== undefined && standIn.holderId !== standIn.memberId;
  return {
    accountId: accountOf(actor),
    actorName: actor.name,
    actorMemberId: actor.memberId,
    onBehalfOfId: isStandIn ? standIn.holderId : null,
    cause: causes[actor.via.kind],
    source: actor.via.kind === "token" ? "API" : /Mobile/.test(ctx.http.userAgent) ? "PHONE" : "DESK",
    answeredById: answering?.memberId ?? null,
  };
}

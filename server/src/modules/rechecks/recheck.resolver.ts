import { mutation, mutations } from "#kernel/mutations";
import { listOf, lists } from "#kernel/read";
import { correctRecheck } from "./correct-recheck.ts";
import { drawRechecks } from "./draw-rechecks.ts";
import { passRecheckOn } from "./pass-recheck-on.ts";
import { RecheckQuota } from "./quota.types.ts";
import { RecheckFilter, recheckOrders } from "./recheck-filter.types.ts";
import {
  CorrectRecheckInput,
  DrawRechecksInput,
  PassRecheckOnInput,
  RecheckWorkInput,
  SetRecheckQuotaInput,
} from "./recheck.inputs.ts";
import { Recheck, RecheckConnection, RecheckDraw } from "./recheck.types.ts";
import { recheckWork } from "./recheck-work.ts";
import { setRecheckQuota } from "./set-recheck-quota.ts";

export const RecheckLists = lists({
  rechecks: listOf({
    gives: RecheckConnection,
    filter: RecheckFilter,
    orders: recheckOrders,
    direction: "DESC",
    description: "Closed work that was drawn to be checked again 双随机复查, in your sight.",
  }),
});

export const RecheckMutations = mutations({
  setRecheckQuota: mutation({
    input: SetRecheckQuotaInput,
    gives: RecheckQuota,
    does: setRecheckQuota,
    description: "How many are drawn of a station in a month, from the next draw on.",
  }),
  drawRechecks: mutation({
    input: DrawRechecksInput,
    gives: RecheckDraw,
    does: drawRechecks,
    description:
      "抽查 by hand. Each month is drawn from by itself in the night after its end; another draw takes a reason.",
  }),
  recheckWork: mutation({
    input: RecheckWorkInput,
    gives: Recheck,
    does: recheckWork,
    description: "复查结果: of what is not confirmed, a task to make it good is issued to whoever the work was of.",
  }),
  correctRecheck: mutation({
    input: CorrectRecheckInput,
    gives: Recheck,
    does: correctRecheck,
    description: "更正复查结果: the task to make it good comes or is cancelled with it.",
  }),
  passRecheckOn: mutation({
    input: PassRecheckOnInput,
    gives: Recheck,
    does: passRecheckOn,
    description: "转由下一人复查: the next in the order drawn who is there.",
  }),
});

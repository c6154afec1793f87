import { mutation, mutations } from "#kernel/mutations";
import { cancelled, claimed, closed, reopened, resumed, returned, withdrawn } from "./effects.ts";
import { arrived } from "./arrive.ts";
import { askedForReturn, grantedReturn, refusedReturn } from "./asked-back.ts";
import { askedForMoreTime, grantedMoreTime, refusedMoreTime } from "./more-time.ts";
import { escalated, readdressed } from "./readdress.ts";
import { stepBy } from "./step-work.ts";
import { askedForSuspension, grantedSuspension, refusedSuspension, suspended } from "./suspension.ts";
import { supervised } from "./supervise.ts";
import { withUrgency } from "./urgency.ts";
import { WorkItem } from "./work-item.types.ts";
import {
  ArriveAtWorkInput,
  AskForMoreTimeInput,
  AskForSuspensionInput,
  AssessInput,
  ChangeUrgencyInput,
  GrantMoreTimeInput,
  GrantSuspensionInput,
  ReaddressWorkInput,
  ReasonedStepInput,
  ReturnWorkInput,
  StepInput,
  SuperviseWorkInput,
  SuspendWorkInput,
} from "./work.inputs.ts";

const gives = WorkItem;

/** One mutation for each action of the state table that needs no payload of its own. */
export const WorkMutations = mutations({
  claimWork: mutation({
    input: StepInput,
    gives,
    staysInSight: true,
    does: stepBy("CLAIM", ({ tx }) => claimed(tx)),
    description: "认领: a member of the unit it is addressed to takes it.",
  }),
  acceptWork: mutation({
    input: StepInput,
    gives,
    staysInSight: true,
    does: stepBy("ACCEPT"),
    description: "接收: by who answers for it.",
  }),
  declineWork: mutation({
    input: ReasonedStepInput,
    gives,
    does: stepBy("DECLINE"),
    description: "拒收: an order goes back to the matter's first receiver, a task to who issued it.",
  }),
  arriveAtWork: mutation({
    input: ArriveAtWorkInput,
    gives,
    staysInSight: true,
    does: stepBy("ARRIVE", arrived),
    description: "到场.",
  }),
  supplementWork: mutation({
    input: ReasonedStepInput,
    gives,
    staysInSight: true,
    does: stepBy("SUPPLEMENT"),
    description: "补充: adds to a feedback that is not assessed yet; `reason` is what is added.",
  }),
  withdrawWork: mutation({
    input: StepInput,
    gives,
    staysInSight: true,
    does: stepBy("WITHDRAW", ({ tx, held }) => withdrawn(tx, held)),
    description: "撤回: takes back a feedback that is not assessed yet; its time goes on.",
  }),
  closeWork: mutation({
    input: AssessInput,
    gives,
    staysInSight: true,
    does: stepBy("CLOSE", ({ tx, held }) => closed(tx, held)),
    description: "办结: accepts the feedback; never by who gave it.",
  }),
  returnWork: mutation({
    input: ReturnWorkInput,
    gives,
    staysInSight: true,
    does: stepBy("RETURN", ({ tx, held }) => returned(tx, held)),
    description: "退回: begins another round, with a time of its own.",
  }),
  readdressWork: mutation({
    input: ReaddressWorkInput,
    gives,
    does: stepBy("READDRESS", readdressed),
    mayLeaveSight: true,
    description:
      "改派: to another seat, member or unit, where it is to be accepted anew; what it is due by stays. Null where it has gone out of your sight by that.",
  }),
  escalateWork: mutation({
    input: ReasonedStepInput,
    gives,
    does: stepBy("ESCALATE", escalated),
    mayLeaveSight: true,
    description:
      "升级: up one level, to the police room, the station or the bureau above. Null where it has gone out of your sight by that.",
  }),
  askForMoreTime: mutation({
    input: AskForMoreTimeInput,
    gives,
    does: stepBy("ASK_EXTENSION", askedForMoreTime),
    description: "申请延期.",
  }),
  grantMoreTime: mutation({
    input: GrantMoreTimeInput,
    gives,
    does: stepBy("GRANT_EXTENSION", grantedMoreTime),
    description: "同意延期: all that was asked for or less; the due time is worked out anew.",
  }),
  refuseMoreTime: mutation({
    input: ReasonedStepInput,
    gives,
    does: stepBy("REFUSE_EXTENSION", refusedMoreTime),
    description: "不同意延期: the due time stays.",
  }),
  askForSuspension: mutation({
    input: AskForSuspensionInput,
    gives,
    does: stepBy("ASK_SUSPENSION", askedForSuspension),
    description: "申请挂起: its time goes on until it is granted.",
  }),
  grantSuspension: mutation({
    input: GrantSuspensionInput,
    gives,
    does: stepBy("GRANT_SUSPENSION", grantedSuspension),
    description: "同意挂起: its clocks stand still from when it was asked for.",
  }),
  refuseSuspension: mutation({
    input: ReasonedStepInput,
    gives,
    does: stepBy("REFUSE_SUSPENSION", refusedSuspension),
    description: "不同意挂起: its time has gone on.",
  }),
  suspendWork: mutation({
    input: SuspendWorkInput,
    gives,
    does: stepBy("SUSPEND", suspended),
    description: "挂起: its clocks stand still.",
  }),
  resumeWork: mutation({
    input: StepInput,
    gives,
    does: stepBy("RESUME", ({ tx, held }) => resumed(tx, held)),
    description: "恢复: it goes on where it was, with the working time that was left.",
  }),
  urgeWork: mutation({
    input: StepInput,
    gives,
    does: stepBy("URGE"),
    description: "催办: a reminder; no due time changes.",
  }),
  superviseWork: mutation({
    input: SuperviseWorkInput,
    gives,
    does: stepBy("SUPERVISE", supervised),
    description:
      "督办: sets a yellow or red card and issues a supervision order 监督指令 to who answers for the work; only upward.",
  }),
  liftCard: mutation({
    input: ReasonedStepInput,
    gives,
    does: stepBy("LIFT_CARD", () => ({ change: { card: null } })),
    description: "撤牌.",
  }),
  changeUrgency: mutation({
    input: ChangeUrgencyInput,
    gives,
    does: stepBy("CHANGE_URGENCY", withUrgency),
    description: "Another rule from the same start, with the same pauses and the time granted.",
  }),
  cancelWork: mutation({
    input: ReasonedStepInput,
    gives,
    does: stepBy("CANCEL", ({ tx, held }) => cancelled(tx, held)),
    description: "撤销: refused while work that follows from it is open.",
  }),
  reopenWork: mutation({
    input: ReasonedStepInput,
    gives,
    does: stepBy("REOPEN", ({ tx, held, reason }) => reopened(tx, held, { opinion: reason })),
    description:
      "重开: as returned; the time in which it was closed does not count. Grants its return, where another one has asked for it.",
  }),
  askForReturn: mutation({
    input: ReasonedStepInput,
    gives,
    staysInSight: true,
    does: stepBy("ASK_RETURN", askedForReturn),
    description:
      "申请退回: what was assessed already is wanted back by who answers for it; it stays closed until it is granted.",
  }),
  grantReturn: mutation({
    input: StepInput,
    gives,
    does: stepBy("GRANT_RETURN", grantedReturn),
    description:
      "同意退回: reopened for another round, as returned; by who assesses it, and where it stands in a signed week by the bureau alone. Never by who has asked.",
  }),
  refuseReturn: mutation({
    input: ReasonedStepInput,
    gives,
    does: stepBy("REFUSE_RETURN", refusedReturn),
    description: "不同意退回: it stays closed.",
  }),
});

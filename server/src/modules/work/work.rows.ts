import {
  everything,
  extension,
  type Fragment,
  identifier,
  inReach,
  join,
  literal,
  type Reading,
  sql,
} from "#kernel/read";
import { viewerMember } from "#modules/members";
import { isAnsweredByViewer, isFirstReceiver, isForUnitOfViewer, isVacant, type ItemRow } from "./answering.rows.ts";
import { standsInForChief } from "./chiefs.rows.ts";
import { mayIssueWork, mayLeadWork } from "./work.policy.ts";
import {
  allWorkActions,
  type Condition,
  openStates,
  type Party,
  ruleOf,
  type WorkAction,
} from "./work-actions.rules.ts";
import type { RequestKind } from "./work.enums.ts";

const isOneOf = (value: Fragment, values: readonly string[]) => sql`${value} in (${join(values.map(literal), ", ")})`;

export const isOpen = ({ state }: Pick<ItemRow, "state">): Fragment => isOneOf(state, openStates);

/** Work of a station or an issuer in reach, and what is addressed to the caller or the caller's unit. */
export function isInSight(item: ItemRow, reading: Reading): Fragment {
  const [station, issuer] = [inReach(reading, item.stationId), inReach(reading, item.issuerUnitId)];
  if (station === everything) return everything;
  const ways = [station, issuer, isAnsweredByViewer(item, reading), isAddressedToUnit(item, reading)];
  return sql`(${join(ways, " or ")})`;
}

const isAddressedToUnit = ({ unitId }: ItemRow, reading: Reading): Fragment =>
  sql`coalesce(${inReach(reading, unitId)} or ${isForUnitOfViewer({ unitId, memberId: sql`null::uuid` }, reading)}, false)`;

/** How it stands to its next due time: told at each read, stored nowhere. */
export const lightOf = (item: ItemRow, reading: Reading): Fragment => sql`
  case when not ${isOpen(item)} then 'NONE' when ${item.suspendedSince} is not null then 'SUSPENDED' when ${item.nextDueAt} is null then 'NONE'
    when ${item.nextDueAt} <= ${reading.now} then 'OVERDUE' when ${item.warnAt} <= ${reading.now} then 'DUE_SOON' else 'NORMAL' end`;

/** Who owes the next step; null once it is over. */
export const owedBy = (item: ItemRow): Fragment => sql`
  case when ${item.state} = 'SUBMITTED' then 'ASSESSOR'
    when ${item.state} = 'DECLINED' then case when ${item.matterId} is null then 'ISSUER' else 'FIRST_RECEIVER' end
    when ${isOpen(item)} then 'ANSWERER' end`;

/** Whether nobody is at work on it: it was declined, or nobody answers for it. */
export const isNobodys = (item: ItemRow, reading: Reading): Fragment =>
  sql`(${item.state} = 'DECLINED' or ${isOpen(item)} and ${isVacant(item, reading)})`;

/** Who leads the station, or stands in for its chief. */
const isLed = ({ stationId }: ItemRow, reading: Reading): Fragment => {
  const leads = inReach(reading, stationId, mayLeadWork.roles);
  return leads === everything ? everything : sql`(${leads} or ${standsInForChief(stationId, reading)})`;
};

/** Who commands the station, or the unit that issued it, or stands in for the station's chief. */
export const isInCommand = (
  item: ItemRow,
  reading: Reading,
): Fragment => sql`(${inReach(reading, item.stationId, mayIssueWork.roles)}
  or ${inReach(reading, item.issuerUnitId, mayIssueWork.roles)} or ${isLed(item, reading)})`;

/** Of a supervision who issued it, or above; of a run the chief; never who has submitted it. */
export const isAssessor = (item: ItemRow, reading: Reading): Fragment => sql`(
  case when ${item.orderKind} = 'SUPERVISION' then ${inReach(reading, item.issuerUnitId, mayIssueWork.roles)}
    when ${item.kind} = 'RUN' then ${isLed(item, reading)} else ${isInCommand(item, reading)} end
  and (${item.submittedBy} is null or ${item.submittedBy} is distinct from ${viewerMember(reading)}))`;

/** Whom a later module has check closed work again. */
export const checking = extension<[ItemRow, Reading], Fragment>();

/** Where a later module keeps what has ended from being opened again but by the bureau. */
export const frozen = extension<[ItemRow, Reading], Fragment>();

const isChecker = (item: ItemRow, reading: Reading): Fragment =>
  sql`(case when ${item.state} = 'CLOSED' then (${join([sql`false`, ...checking.all(item, reading)], " or ")}) else false end)`;

const parties: Readonly<Record<Party, (item: ItemRow, reading: Reading) => Fragment>> = {
  ANSWERER: isAnsweredByViewer,
  UNIT_MEMBER: isForUnitOfViewer,
  COMMAND: isInCommand,
  CHIEF: isLed,
  ASSESSOR: isAssessor,
  FIRST_RECEIVER: isFirstReceiver,
  CHECKER: isChecker,
};
const partyNames = Object.keys(parties) as Party[];

/** What is asked for and undecided, under `x`: all but more time in the round that the item is in, its return alone while it is closed. */
const undecided = (item: ItemRow, reading: Reading) => sql`work_requests x
  where x.bureau_id = ${reading.bureau} and x.item_id = ${item.id} and x.is_granted is null and (x.kind = 'EXTENSION' or x.round = ${item.round})
    and (x.kind = 'RETURN') = (${item.returnAskedAt} is not null)`;

export const undecidedKinds = (item: ItemRow, reading: Reading): Fragment =>
  sql`array(select distinct x.kind from ${undecided(item, reading)} and (${isOpen(item)} or ${item.returnAskedAt} is not null) order by x.kind)`;

export const isAsked = (item: ItemRow, reading: Reading): Fragment =>
  sql`(${isOpen(item)} and exists (select from ${undecided(item, reading)}) or ${item.returnAskedAt} is not null)`;

const wants = (kind: RequestKind, item: ItemRow, reading: Reading, by: Fragment = sql``): Fragment =>
  sql`exists (select from ${undecided(item, reading)} and x.kind = ${literal(kind)}${by})`;

/** By another person: one may have several accounts. */
const byAnother = (reading: Reading) => sql` and not exists (
  select from accounts asker where asker.bureau_id = x.bureau_id and asker.id = x.asked_by
    and (asker.id = ${reading.account} or asker.member_id = ${viewerMember(reading)}))`;

const runs = (item: ItemRow, reading: Reading): Fragment => sql`exists (
  select from work_clocks k where k.bureau_id = ${reading.bureau} and k.item_id = ${item.id} and k.satisfied_at is null and k.void_at is null)`;

const conditions: Readonly<Record<Condition, (item: ItemRow, reading: Reading) => Fragment>> = {
  CARDED: ({ card }) => sql`${card} is not null`,
  NO_RED_CARD: ({ card }) => sql`${card} is distinct from 'RED'`,
  NOT_BEGUN: ({ state, kind, round, feedbackId }) =>
    sql`(${state} = 'ISSUED' or ${kind} = 'TASK' and ${round} = 1 and ${feedbackId} is null)`,
  ASKED_FOR_MORE_TIME: (item, reading) => wants("EXTENSION", item, reading, byAnother(reading)),
  NOT_ASKED_FOR_MORE_TIME: (item, reading) =>
    sql`(not ${wants("EXTENSION", item, reading)} and ${runs(item, reading)})`,
  ASKED_FOR_SUSPENSION: (item, reading) => wants("SUSPENSION", item, reading, byAnother(reading)),
  NOT_ASKED_FOR_SUSPENSION: (item, reading) => sql`not ${wants("SUSPENSION", item, reading)}`,
  ASKED_FOR_RETURN: (item, reading) =>
    sql`(${item.returnAskedAt} is not null and ${wants("RETURN", item, reading, byAnother(reading))})`,
  NOT_ASKED_FOR_RETURN: ({ returnAskedAt }) => sql`${returnAskedAt} is null`,
  HAS_FEEDBACK: ({ feedbackId }) => sql`${feedbackId} is not null`,
  HAS_OPENED: ({ opensAt }, reading) => sql`${opensAt} <= ${reading.now}`,
  NOTHING_FOLLOWS: ({ id }, reading) => sql`not exists (
    select from work_items follows where follows.bureau_id = ${reading.bureau} and follows.parent_id = ${id} and ${isOpen({ state: sql`follows.state` })})`,
  NOT_FROZEN: (item, reading) => {
    const bureau = inReach(reading, item.stationId, ["BUREAU_ADMINISTRATOR"]);
    return bureau === everything
      ? everything
      : sql`(${bureau} or not (${join([sql`false`, ...frozen.all(item, reading)], " or ")}))`;
  },
  BELOW_THE_BUREAU: ({ level }) => sql`${level} > 0`,
  MAY_STILL_BE_FILLED: (item, reading) => sql`${fillableUntil(item)} > ${reading.now}`,
  NO_OTHER_WORK_OPEN: ({ id, matterId }, reading) => sql`not exists (
    select from work_items other where other.bureau_id = ${reading.bureau} and other.matter_id = ${matterId} and other.id <> ${id}
      and other.kind <> 'RECEIPT' and ${isOpen({ state: sql`other.state` })})`,
};

/** Until when what was missed may be filled in. */
export const fillableUntil = ({ missedAt, lateDays }: ItemRow): Fragment =>
  sql`(${missedAt} + ${lateDays} * interval '1 day')`;

/** Whether the caller is who decides what is asked for. */
export const isToDecide = (item: ItemRow, reading: Reading): Fragment => {
  const deciding = (["GRANT_EXTENSION", "GRANT_SUSPENSION", "GRANT_RETURN"] as const).map((action) =>
    isAllowedTo(action, item, reading),
  );
  return sql`(${join(deciding, " or ")})`;
};

const isAllowedTo = (action: WorkAction, item: ItemRow, reading: Reading): Fragment =>
  sql`(${isAllowed(action, item, reading, (party) => parties[party](item, reading))})`;

function isAllowed(
  action: WorkAction,
  item: ItemRow,
  reading: Reading,
  isParty: (party: Party) => Fragment = (party) => sql`party.${identifier(party.toLowerCase())}`,
): Fragment {
  const rule = ruleOf(action);
  const held = [isOneOf(item.state, rule.from)];
  if (rule.of) held.push(isOfKind(item, rule.of));
  if (rule.except) held.push(sql`not ${isOfKind(item, rule.except)}`);
  if (rule.whileSuspended === "ONLY") held.push(sql`${item.suspendedSince} is not null`);
  if (rule.whileSuspended === undefined) held.push(sql`${item.suspendedSince} is null`);
  for (const condition of [rule.if ?? []].flat()) held.push(conditions[condition](item, reading));
  const may = rule.by.map(isParty);
  held.push(sql`(${join(may, " or ")})`);
  return join(held, " and ");
}

const isOfKind = ({ kind, orderKind }: ItemRow, kinds: readonly string[]) =>
  sql`(${isOneOf(kind, kinds)} or ${isOneOf(sql`coalesce(${orderKind}, '')`, kinds)})`;

/** Those of the actions that whoever answers for it may take now: each must be an answerer's. */
export const actionsOfAnswerer = (item: ItemRow, reading: Reading, actions: readonly WorkAction[]): Fragment => {
  const isParty = (party: Party) => (party === "ANSWERER" ? everything : sql`false`);
  return toldOf(
    actions,
    (action) => action,
    (action) => isAllowed(action, item, reading, isParty),
  );
};

/** The actions that the caller may take now: `step` asks the same, so that what is told and what succeeds are one. */
export function actionsOf(
  item: ItemRow,
  reading: Reading,
  nameOf: (action: WorkAction) => string,
  actions: readonly WorkAction[] = allWorkActions,
): Fragment {
  if (!reading.caller.mayWrite) return sql`'{}'::text[]`;
  const told = toldOf(actions, nameOf, (action) => isAllowed(action, item, reading));
  const decisive = partyNames.filter((party) => actions.some((action) => ruleOf(action).by.includes(party)));
  const is = decisive.map((party) => sql`${parties[party](item, reading)} as ${identifier(party.toLowerCase())}`);
  return sql`(select ${told} from (select ${join(is, ", ")} offset 0) party)`;
}

/** Neighbours that are allowed by the same, as to grant and to refuse, are asked about once: each condition is a plan of its own. */
function toldOf(
  actions: readonly WorkAction[],
  nameOf: (action: WorkAction) => string,
  allowed: (action: WorkAction) => Fragment,
): Fragment {
  const alike: WorkAction[][] = [];
  for (const action of actions) {
    const last = alike.at(-1);
    if (last && askedOf(last[0]!) === askedOf(action)) last.push(action);
    else alike.push([action]);
  }
  const told = alike.map((names) => sql`case when ${allowed(names[0]!)} then ${literal(names.map(nameOf).join())} end`);
  return sql`string_to_array(concat_ws(',', ${join(told, ",")}), ',')`;
}

function askedOf(action: WorkAction): string {
  const { from, by, of, except, if: condition, whileSuspended } = ruleOf(action);
  return JSON.stringify([from, by, of, except, condition, whileSuspended]);
}

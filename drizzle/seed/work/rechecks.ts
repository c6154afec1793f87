import { addDays, dayIn, mondayOf, startOf } from "../days.ts";
import type { Draft, Drawing, Unit } from "../draft.ts";
import { officeMoment, workday } from "../log/office-hours.ts";
import { stationOver } from "../past/changes.ts";
import { randomFrom, type Random } from "../random.ts";
import { close, submit } from "./actions.ts";
import { actorOf } from "./crew.ts";
import { type Actor, command, type Doing, type Ledger, tellUpToNow } from "./ledger.ts";
import type { Item } from "./rows.ts";
import { newId, openItem, step } from "./step.ts";

/** What the drawing of closed work is written as, once the weeks are signed. */
export interface Rechecks {
  draws: object[];
  drawn: object[];
  results: object[];
}

interface Drawn {
  id: string;
  item: Item;
  checker: Actor;
  at: Date;
}

interface Checking {
  ledger: Ledger;
  station: Unit;
  random: Random;
}

const asked = 3;
const handled = new Set(["SUBMIT", "FILL_LATE", "SUPPLEMENT", "CLOSE", "FOLLOW_UP", "RETURN"]);
const hex = [..."0123456789abcdef"];

const confirmed = ["回访当事人，情况与反馈一致", "现场查看，已按反馈办结", "电话回访，群众表示满意"];

/** What a station closed in the two months before: of the first all that was drawn is checked, of the second two, one of which was not so. */
export function tellRechecks(ledger: Ledger, station: Unit): void {
  const { draft } = ledger;
  const checking: Checking = { ledger, station, random: randomFrom(Number(draft.code) + 12) };
  const last = monthBefore(dayIn(draft.now));
  for (const [month, answered] of [
    [monthBefore(last), asked],
    [last, 2],
  ] as const)
    tellUpToNow(() => {
      for (const [index, drawn] of draw(checking, month).slice(0, answered).entries())
        tellResult(checking, drawn, { days: 2 + 2 * index, isConfirmed: month !== last || index === 0 });
    });
}

const firstOf = (day: string) => `${day.slice(0, 7)}-01`;
const monthBefore = (day: string) => firstOf(addDays(firstOf(day), -1));
const monthAfter = (month: string) => firstOf(addDays(month, 31));

/** As the server does in the night after the month. */
function draw({ ledger, station, random }: Checking, month: string): Drawn[] {
  const { draft, rechecks } = ledger;
  const { drawing } = draft;
  const at = new Date(Date.parse(startOf(monthAfter(month))) + (4 * 60 + 20) * 60_000);
  const items = closedIn(ledger, station, month);
  const checkers = checkersAt(ledger, station, at);
  const pool = { stationId: station.id, month, items: poolOf(ledger, items), checkers: [...checkers.keys()] };
  if (pool.items.length === 0 || at >= draft.now) return [];
  const seed = Array.from({ length: 64 }, () => random.pick(hex)).join("");
  const text = drawing.textOf(pool);
  const drawn = drawing.drawFrom(seed, pool, asked);
  const id = newId(ledger, at);
  const row = {
    ...{ stationId: station.id, month, number: 1, asked, seed, digest: drawing.digestOf(text) },
    ...{ candidates: items.length, checkers: checkers.size },
  };
  const counts = { drawn: drawn.items.length, passedOver: drawn.passedOver };
  rechecks.draws.push({ id, ...row, ...counts, pool: text, drawnAt: at, drawnBy: null, drawer: "系统", reason: null });
  const after = { ...row, ...counts, items: drawn.items };
  const entity = { type: "RecheckDraw", id };
  ledger.commands.push({ at, by: "系统", deeds: [{ action: "recheck.draw", entity, after, reason: null }] });
  const byId = new Map(items.map((item) => [item.row.id, item]));
  return drawn.items.map(({ place, itemId, checkerId }) => {
    const item = byId.get(itemId)!;
    const { round, closedOn, submittedBy: doneById } = item.row;
    const of = { drawId: id, stationId: station.id, month, place, itemId, round, closedOn, doneById };
    const recheckId = newId(ledger, at);
    rechecks.drawn.push({ id: recheckId, ...of, checkerId, turn: 1, version: 1, createdAt: at });
    return { id: recheckId, item, checker: checkers.get(checkerId)!, at };
  });
}

const closedIn = ({ items, checklists }: Ledger, station: Unit, month: string): Item[] =>
  [...items, ...checklists.flatMap(({ runs }) => runs)].filter(
    ({ row: { stationId, kind, outcome, closedOn } }) =>
      stationId === station.id &&
      kind !== "RECEIPT" &&
      (outcome === "ACCEPTED" || outcome === "FOLLOWED_UP") &&
      closedOn !== null &&
      closedOn >= month &&
      closedOn < monthAfter(month),
  );

/** Each with those who did it or accepted it. */
function poolOf({ events }: Ledger, items: readonly Item[]): Parameters<Drawing["textOf"]>[0]["items"] {
  const without = new Map(items.map(({ row: { id, submittedBy } }) => [id, new Set(submittedBy ? [submittedBy] : [])]));
  for (const { itemId, action, actorMemberId, onBehalfOfId } of events)
    if (handled.has(action))
      for (const memberId of [actorMemberId, onBehalfOfId]) if (memberId) without.get(itemId)?.add(memberId);
  return [...without].map(([id, members]) => ({ id, without: [...members] }));
}

/** Officers of the station who are there and have an account, by their member. */
function checkersAt({ draft, answering }: Ledger, station: Unit, at: Date): Map<string, Actor> {
  const officers = new Set(
    draft.members
      .filter(({ kind, unitId, id }) => kind === "OFFICER" && isOf(draft, unitId, station) && answering.isThere(id, at))
      .map(({ id }) => id),
  );
  return new Map(
    draft.accounts.flatMap((account) =>
      account.memberId && officers.has(account.memberId) ? [[account.memberId, actorOf(account)]] : [],
    ),
  );
}

const isOf = (draft: Draft, unitId: string, station: Unit) => stationOver(draft, unitId).id === station.id;

/** What is not so is made good by a task of whoever the work was of. */
function tellResult(
  checking: Checking,
  { id: recheckId, item, checker, at: drawnAt }: Drawn,
  { days, isConfirmed }: { days: number; isConfirmed: boolean },
): void {
  const { ledger, random } = checking;
  const at = officeMoment(random, workday(addDays(dayIn(drawnAt), days), 1));
  const text = isConfirmed ? random.pick(confirmed) : "现场核对与反馈不符，照片为以前所拍";
  const task = command(ledger, at, checker, (doing) => {
    const rectification = isConfirmed ? undefined : openRectification(doing, item, text);
    const outcome = isConfirmed ? "CONFIRMED" : "NOT_CONFIRMED";
    const result = { outcome, text, rectificationId: rectification?.row.id ?? null };
    ledger.rechecks.results.push({
      ...{ id: newId(ledger, at), recheckId, revision: 1, ...result, reason: null },
      ...{ checkedAt: at, checkedBy: checker.accountId, checker: checker.displayName },
    });
    step(doing, item, "RECHECK", { reason: text });
    doing.deeds.push({ action: "recheck.result", entity: { type: "Recheck", id: recheckId }, after: result });
    return rectification;
  });
  if (task) makeGood(checking, task, at);
}

function openRectification(doing: Doing, { row }: Item, text: string): Item {
  const { gridId, duty, memberId, unitId, level, stationId, id: parentId } = row;
  return openItem(doing, {
    ...{ kind: "TASK", orderKind: null, urgency: "ORDINARY", matter: null, parentId },
    ...{ gridId, duty, memberId, unitId, level, stationId, issuerUnitId: stationId },
    ...{ title: `整改：${row.title}`.slice(0, 100), instructions: text },
    dueAt: new Date(startOf(addDays(mondayOf(dayIn(doing.at)), 14))),
  });
}

/** Within the week after, by whoever answers for it then. */
function makeGood({ ledger, station, random }: Checking, task: Item, opened: Date): void {
  const { draft, answering } = ledger;
  const done = officeMoment(random, workday(addDays(dayIn(opened), 3), 1));
  const answerers = new Set(answering.of(task.row, done).map(({ memberId }) => memberId));
  const doer = draft.accounts.find(({ memberId }) => memberId && answerers.has(memberId));
  const chief = draft.accounts.find(({ role, unitId }) => role === "STATION_CHIEF" && unitId === station.id)!;
  if (!doer) return;
  command(ledger, done, actorOf(doer), (doing) => submit(doing, task, { done: "已补做，重新拍照上传" }));
  const closed = officeMoment(random, workday(addDays(dayIn(done), 1), 1));
  command(ledger, closed, actorOf(chief), (doing) => close(doing, task));
}

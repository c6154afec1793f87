import { count } from "../counts.ts";
import { Refusal, Unavailable } from "../errors.ts";
import type { ReadConnection } from "./connect.ts";
import { type FairBounds, fairQueue } from "./fair-queue.ts";
import { isConnectionLoss } from "./connection-loss.ts";
import { answer, isGivenUp, type Read, refuse } from "./read.ts";
import { openReader, type Reader, type Sent } from "./reader.ts";
import { isCancelled, isTooLarge, rowOf, tooLarge } from "./read-outcome.ts";
import { foundHeavy, noteDuration, usualMs } from "./slowness.ts";

export interface LaneOptions {
  connect: () => ReadConnection;
  connections: number;
  /** A connection is renewed after so many. */
  mostPlanned: number;
  /** Statements sent on one connection and not yet answered; one that takes long counts as several. */
  depth: number;
  waiting: FairBounds;
  /** Statements under way of one account, and of one bureau, counted likewise. */
  underWay: { account: number; bureau: number };
  /** PostgreSQL gives a statement up after this. */
  timeoutMs: number;
  /** Takes a read that is too slow for this lane; without it, one that takes too long is refused. */
  heavier?: (read: Read) => void;
}

/** Behind a statement that takes longer, nothing is left waiting. */
const slowMs = 25;
/** And a light one that takes longer than this gives way to what waits. */
const patienceMs = 60;
const mostAgain = 10;
/** What counts as one statement; a longer one counts as many, and one that is yet to be planned as so many. */
const oneMs = 1.5;
const weightOfPlanning = 4;

export type Lane = ReturnType<typeof openLane>;

/**
 * A few connections, and before them a queue in which bureaus and their accounts take turns. What is in PostgreSQL's hands
 * is little; what waits can still be dropped, sent elsewhere, or overtaken.
 */
export function openLane(options: LaneOptions) {
  const { heavier, timeoutMs, depth, underWay } = options;
  const queue = fairQueue<Read>(options.waiting);
  const [bureaus, accounts] = [new Map<string, number>(), new Map<string, number>()];
  const readers = Array.from({ length: options.connections }, () =>
    openReader({ connect: options.connect, mostPlanned: options.mostPlanned, settled, ready: dispatch, failed }),
  );
  /** What nobody waits for any more ends by itself soon among the light ones: to cancel it costs a connection. */
  const mercyMs = heavier ? 200 : 0;
  let timer: NodeJS.Timeout | undefined;
  /** When it was last looked after, and when that last came late: the loop was busy, or the machine. */
  let [lookedAt, stalledAt] = [0, 0];
  let isClosed = false;

  function enter(read: Read, isLetIn = false) {
    if (isClosed) return refuse(read, new Unavailable());
    if (queue.size === 0 && goesAtOnce(read)) return;
    if (!queue.add(read, isLetIn)) {
      count("readsRefused");
      return refuse(read, new Unavailable([], "TOO_MANY_READS"));
    }
    dispatch();
  }

  /** Nobody waits before it, and there is room. */
  function goesAtOnce(read: Read): boolean {
    const now = performance.now();
    const reader = withRoom(now, read);
    if (!reader || !mayGo(read, reader, now)) return false;
    if (!isGivenUp(read)) send(reader, read);
    watch(now);
    return true;
  }

  function dispatch() {
    const now = performance.now();
    while (queue.size > 0 && !isClosed) {
      const reader = withRoom(now);
      const read = reader && queue.next((each) => mayGo(each, reader, now));
      if (!read) break;
      read.isWaiting = false;
      if (!isGivenUp(read)) send(reader, read);
    }
    watch(now);
  }

  function watch(now: number) {
    if (!isBusy() || timer) return;
    lookedAt = now;
    timer = setInterval(look, slowMs);
  }

  /** One with room, the first where nothing speaks for another, so that statements share the writes to its socket. */
  function withRoom(now: number, read?: Read): Reader | undefined {
    const worn = readers.find((each) => each.isWorn);
    const free = readers.filter((each) => each !== worn && each.isFree && loadOf(each) < depth && !isSlow(each, now));
    if (free.length > 0) return read?.plan ? bestFor(read, read.plan.owner, free) : free[0];
    if (worn?.isFree && worn.sent.length === 0) void worn.renew();
    openAnother();
    return undefined;
  }

  /** Where it is planned already; where it is planned nowhere, the one that keeps its plan without giving up another's, as far as there is one. */
  function bestFor(read: Read, owner: string | null, free: readonly Reader[]): Reader {
    const knowing = free.find((each) => each.hasPlanned(read));
    if (knowing) return knowing;
    if (readers.some((each) => each.hasPlanned(read))) return free[0]!;
    const bytes = read.statement.text.length;
    const roomy = free.find((each) => each.roomFor(owner) >= bytes);
    if (!roomy) openAnother();
    return roomy ?? free.reduce((best, each) => (each.roomFor(owner) > best.roomFor(owner) ? each : best));
  }

  const openAnother = () => readers.find((each) => !each.isOpen)?.open();

  /** No bureau's slow statements stand at the head of all connections. */
  function mayGo({ bureauId, accountId }: Read, reader: Reader, now: number): boolean {
    if ((accounts.get(accountId) ?? 0) >= underWay.account || (bureaus.get(bureauId) ?? 0) >= underWay.bureau)
      return false;
    for (const each of readers)
      if (each !== reader && !(isSlow(each, now) && each.sent[0]!.read.bureauId === bureauId)) return true;
    return readers.length === 1;
  }

  function send(reader: Reader, read: Read) {
    if (read.copies++ === 0) read.weight = weigh(read);
    add(accounts, read.accountId, read.weight);
    add(bureaus, read.bureauId, read.weight);
    reader.send(read);
  }

  function weigh({ statement, bureauId, plan }: Read) {
    const weight = Math.round((usualMs(statement, bureauId) ?? 0) / oneMs);
    return Math.min(Math.max(weight, plan ? 1 : weightOfPlanning), depth);
  }

  function settled(sent: Sent, outcome: PromiseSettledResult<unknown>, took: number) {
    const { read } = sent;
    read.copies--;
    add(accounts, read.accountId, -read.weight);
    add(bureaus, read.bureauId, -read.weight);
    if (heavier && hasRun(outcome) && !isStalledFor(took)) noteDuration(read.statement, read.bureauId, took);
    if (!read.isOver) {
      if (outcome.status === "fulfilled") answered(read, outcome.value);
      else failing(sent, outcome.reason, took);
    }
    dispatch();
  }

  function answered(read: Read, rows: unknown) {
    try {
      answer(read, rowOf(rows));
    } catch (error) {
      refuse(read, error);
    }
  }

  function failing(sent: Sent, error: unknown, took: number) {
    const { read } = sent;
    if (isTooLarge(error)) return refuse(read, tooLarge(error));
    if (isConnectionLoss(error)) return again(read, error);
    if (!isCancelled(error)) return refuse(read, error);
    if (!sent.isTaken && took < 0.95 * timeoutMs) return again(read, error);
    if (!heavier) return refuse(read, new Unavailable([], "READ_TOO_LONG"));
    foundHeavy(read.statement, read.bureauId);
    if (read.copies === 0) takeForHeavy(read);
  }

  function takeForHeavy(read: Read) {
    count("readsTakenForHeavy");
    heavier!(read);
  }

  /** Reads bear to be run twice: one that fell to what was meant for another, or with its connection, is begun anew. */
  function again(read: Read, error: unknown) {
    if (read.copies > 0 || read.isWaiting) return;
    if (isClosed || ++read.again >= mostAgain) return refuse(read, error);
    count("readsRunAgain");
    wait(read);
  }

  function failed(error: unknown) {
    if (readers.some((each) => each.isOpen)) return;
    for (const read of queue.remove(() => true)) if (!read.isOver) refuse(read, error);
  }

  /** Looks after what is under way; all of a lane share one timer. */
  function look() {
    const now = performance.now();
    for (const read of queue.remove(isGivenUp)) giveUp(read);
    if (hasJustStalled(now)) return;
    for (const reader of readers) lookAt(reader, now);
    dispatch();
    if (isBusy()) return;
    clearInterval(timer);
    timer = undefined;
  }

  function lookAt(reader: Reader, now: number) {
    for (const { read } of reader.sent) if (isGivenUp(read)) giveUp(read);
    const [head] = reader.sent;
    if (!head || head.isCancelled || !isSlow(reader, now)) return;
    if (head.read.isOver) return void (now - reader.headSince > mercyMs && reader.cancelHead());
    sendOthersAgain(reader, now);
    if (!heavier || queue.size === 0 || now - reader.headSince < patienceMs) return;
    head.isTaken = true;
    void reader.cancelHead();
  }

  /** What stands behind a slow statement is sent elsewhere too, and the first answer counts. */
  function sendOthersAgain(reader: Reader, now: number) {
    const isWay = readers.some((each) => each !== reader && each.isFree && !isSlow(each, now));
    for (const { read } of isWay ? reader.sent.slice(1) : []) {
      if (read.isOver || read.copies > 1 || read.isWaiting) continue;
      count("readsSentAgain");
      wait(read);
    }
  }

  function wait(read: Read) {
    read.isWaiting = true;
    queue.addAgain(read);
  }

  /** With why nobody waits: the caller is gone, which is no want of anything, or the time is over. */
  function giveUp(read: Read) {
    if (read.isOver) return;
    count("readsDropped");
    const why: unknown = read.signal?.reason;
    refuse(read, why instanceof Refusal ? why : new Unavailable());
  }

  /** What was answered meanwhile is yet to be taken from the sockets: it is judged the next time, even if that comes late too. */
  function hasJustStalled(now: number) {
    const isFirst = stalledAt !== lookedAt;
    const isStalled = isStalledAt(now);
    if (isStalled) stalledAt = now;
    lookedAt = now;
    return isStalled && isFirst;
  }

  const isStalledAt = (now: number) => now - lookedAt > 2 * slowMs;

  /** Whether the loop has stood still in so long: then it says nothing of a statement. */
  function isStalledFor(took: number) {
    const now = performance.now();
    return isStalledAt(now) || stalledAt > now - took;
  }

  const loadOf = ({ sent }: Reader) => sent.reduce((load, { read }) => load + read.weight, 0);
  const isSlow = (reader: Reader, now: number) => reader.sent.length > 0 && now - reader.headSince > slowMs;
  const isBusy = () => queue.size > 0 || readers.some(({ sent }) => sent.length > 0);

  return {
    enter,
    waiting: () => queue.size,
    async close() {
      isClosed = true;
      clearInterval(timer);
      for (const read of queue.remove(() => true)) refuse(read, new Unavailable());
      await Promise.all(readers.map((each) => each.close()));
    },
  };
}

/** Also for somebody who has given it up meanwhile: the next one takes as long. */
const hasRun = (outcome: PromiseSettledResult<unknown>) =>
  outcome.status === "fulfilled" || isCancelled(outcome.reason);

function add(counts: Map<string, number>, key: string, by: number) {
  const next = (counts.get(key) ?? 0) + by;
  if (next === 0) counts.delete(key);
  else counts.set(key, next);
}

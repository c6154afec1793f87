/** Wrong passwords in a row, with those that are being looked at, and until when none is looked at. */
export interface LockOut {
  tries: number;
  triedAt: Date;
  lockedUntil: Date | null;
}

/** One place that tries come from, and how many wrong ones in a row lock it out. */
export interface Source {
  name: string;
  most: number;
}

export const lockedMinutes = 15;
/** A count that nothing is added to for so long begins anew: waiting for that allows fewer tries than being locked out. */
export const forgottenMinutes = 60;

const mostFromOne = 5;
const mostFromStrangers = 50;

/** Tries from a device that has signed in to the account before: what strangers do elsewhere does not lock it out. */
export const fromDevice = (id: string): Source[] => [{ name: `device:${id}`, most: mostFromOne }];

/** Tries from anywhere else: counted for the network, and for all of these together. */
export const fromStranger = (network: string): Source[] => [
  { name: `network:${network}`, most: mostFromOne },
  { name: "strangers", most: mostFromStrangers },
];

/** Tries of who is signed in to the account, in whichever session. */
export const fromWithin: readonly Source[] = [{ name: "within", most: mostFromOne }];

export const isLocked = ({ lockedUntil }: Pick<LockOut, "lockedUntil">, now: Date): boolean =>
  lockedUntil !== null && lockedUntil > now;

/** After one more try, which counts as wrong until it is known to be right. The last one that is let pass locks. */
export function afterTry(before: LockOut, now: Date, most: number): LockOut {
  const tries = (isOver(before, now) ? 0 : before.tries) + 1;
  return { tries, triedAt: now, lockedUntil: tries >= most ? minutesAfter(now, lockedMinutes) : null };
}

/** After a try that was counted turned out right, where others' wrong ones still stand. */
export const withoutOne = ({ tries, triedAt }: LockOut): LockOut => ({
  tries: Math.max(0, tries - 1),
  triedAt,
  lockedUntil: null,
});

/** The lock has ended, or the count is old. */
const isOver = ({ lockedUntil, triedAt }: LockOut, now: Date) =>
  lockedUntil !== null ? lockedUntil <= now : minutesAfter(triedAt, forgottenMinutes) <= now;

const minutesAfter = (instant: Date, minutes: number) => new Date(instant.getTime() + minutes * 60_000);

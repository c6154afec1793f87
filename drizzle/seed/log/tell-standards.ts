import { dayIn } from "../days.ts";
import type { Standard } from "../draft.ts";
import { administrator, type Deed, instantOf, type Log, momentFor, tell } from "./log.ts";
import { officeMoment } from "./office-hours.ts";

const firstSetOn = "2024-01-05";

/** Those that were set to begin with, in one command, and each that took another's place. */
export function tellStandards(log: Log): void {
  const { draft } = log;
  const first = draft.standards.filter((standard) => !replacedBy(draft.standards, standard));
  tell(
    log,
    officeMoment(draft.pastRandom, firstSetOn),
    administrator,
    ...first.map((standard) => set(asFirstSet(standard))),
  );
  const moments = new Map<string, Date>();
  for (const standard of draft.standards) {
    const before = replacedBy(draft.standards, standard);
    if (!before) continue;
    const day = dayIn(new Date(standard.startsAt));
    const at = moments.get(day) ?? momentFor(draft, day, [-8, -6, -4]);
    moments.set(day, at);
    tell(log, at, administrator, endedFor(before, standard), set(asFirstSet(standard), asFirstSet(before)));
  }
}

/** The one whose place it took. */
const replacedBy = (standards: readonly Standard[], { gridKind, complexity, duty, startsAt }: Standard) =>
  standards.find(
    (each) =>
      each.gridKind === gridKind && each.complexity === complexity && each.duty === duty && each.endsAt === startsAt,
  );

const asFirstSet = (standard: Standard): Standard => ({ ...standard, endsAt: null });

const shown = ({ gridKind, complexity, duty, atLeast, atMost = null, startsAt, endsAt }: Standard) => ({
  ...{ gridKind, complexity, duty, atLeast, atMost },
  ...{ startsAt: instantOf(startsAt), endsAt: endsAt ? instantOf(endsAt) : null },
});

const set = (standard: Standard, before?: Standard): Deed => ({
  action: "staffingStandard.set",
  entity: { type: "StaffingStandard", id: standard.id },
  before: before ? shown(before) : null,
  after: shown(standard),
  reason: standard.reason ?? null,
});

const endedFor = (before: Standard, { reason }: Standard): Deed => ({
  action: "staffingStandard.end",
  entity: { type: "StaffingStandard", id: before.id },
  before: shown(asFirstSet(before)),
  after: shown(before),
  reason: reason ?? null,
});

const volunteersSince = "2025-03-14";

/** Where there are volunteers, they were let in among the mediators some time after the beginning. */
export function tellDutyHolders(log: Log): void {
  const { members, dutyHolders, pastRandom } = log.draft;
  if (!members.some(({ kind }) => kind === "VOLUNTEER")) return;
  const duty = "MEDIATOR";
  const holders = dutyHolders.filter((each) => each.duty === duty);
  const memberKinds = holders.map(({ memberKind }) => memberKind).sort();
  tell(log, officeMoment(pastRandom, volunteersSince), administrator, {
    action: "dutyHolders.set",
    entity: { type: "DutyHolders", id: holders.map(({ id }) => id).sort()[0]! },
    before: { duty, memberKinds: memberKinds.filter((kind) => kind !== "VOLUNTEER") },
    after: { duty, memberKinds },
  });
}

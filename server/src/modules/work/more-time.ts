import { Conflict, type FieldFault, Invalid } from "#kernel/errors";
import { calendarOf } from "#modules/calendar";
import { workedOut } from "./clocks.ts";
import { isRunning } from "./clocks.rules.ts";
import { ask, decide, moreTimeAsked } from "./request.store.ts";
import type { Effect } from "./step.ts";
import type { Stepping } from "./step-work.ts";
import type { AskForMoreTimeInput, GrantMoreTimeInput, ReasonedStepInput } from "./work.inputs.ts";

const mostDays = 60;

export async function askedForMoreTime({
  tx,
  held,
  input,
  reason,
  path,
}: Stepping<AskForMoreTimeInput>): Promise<Effect> {
  const clock = held.clocks.find((each) => isRunning(each) && each.clock === input.clock);
  if (!clock) throw new Conflict([{ path: [...path, "clock"], code: "WORK_CLOCK_NOT_RUNNING" }]);
  if (input.days < 1 || input.days > mostDays) throw new Invalid([daysFault(path, mostDays)]);
  await ask(tx, held.item, { kind: "EXTENSION", clockId: clock.id, asked: input.days, reason: reason! });
  return { clock: input.clock };
}

const daysFault = (path: FieldFault["path"], most: number): FieldFault => ({
  path: [...path, "days"],
  code: "OUT_OF_RANGE",
  params: { least: 1, most },
});

export async function grantedMoreTime({
  tx,
  held,
  input,
  reason,
  path,
}: Stepping<GrantMoreTimeInput>): Promise<Effect> {
  const asked = await undecidedOf({ tx, held, path });
  if (input.days < 1 || input.days > asked.asked) throw new Invalid([daysFault(path, asked.asked)]);
  await decide(tx, asked.id, { isGranted: true, granted: input.days, opinion: reason });
  const calendar = await calendarOf(tx);
  const clocks = held.clocks.map((clock) =>
    clock.id === asked.clockId
      ? workedOut({ ...clock, extendedBy: clock.extendedBy + input.days }, calendar, held.pauses)
      : clock,
  );
  return { clocks, clock: asked.clock };
}

export async function refusedMoreTime({ tx, held, reason, path }: Stepping<ReasonedStepInput>): Promise<Effect> {
  const asked = await undecidedOf({ tx, held, path });
  await decide(tx, asked.id, { isGranted: false, granted: 0, opinion: reason });
  return { clock: asked.clock };
}

async function undecidedOf({ tx, held, path }: Pick<Stepping<ReasonedStepInput>, "tx" | "held" | "path">) {
  const asked = await moreTimeAsked(tx, held.item.id);
  if (!asked) throw new Conflict([{ path: [...path, "id"], code: "WORK_NOTHING_ASKED" }]);
  return asked;
}

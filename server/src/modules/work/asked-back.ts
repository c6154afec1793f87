import { Conflict } from "#kernel/errors";
import { reopened } from "./effects.ts";
import { ask, decide, returnAsked } from "./request.store.ts";
import type { Effect } from "./step.ts";
import type { Stepping } from "./step-work.ts";
import type { ReasonedStepInput, StepInput } from "./work.inputs.ts";

export async function askedForReturn({ tx, held, reason }: Stepping<ReasonedStepInput>): Promise<Effect> {
  await ask(tx, held.item, { kind: "RETURN", reason: reason! });
  return { change: { returnAskedAt: tx.now } };
}

export const grantedReturn = ({ tx, held, reason }: Stepping<StepInput>): Promise<Effect> =>
  reopened(tx, held, { opinion: reason });

export async function refusedReturn({ tx, held, reason, path }: Stepping<ReasonedStepInput>): Promise<Effect> {
  const asked = await returnAsked(tx, held.item);
  if (!asked) throw new Conflict([{ path: [...path, "id"], code: "WORK_NOTHING_ASKED" }]);
  await decide(tx, asked.id, { isGranted: false, opinion: reason });
  return { change: { returnAskedAt: null } };
}

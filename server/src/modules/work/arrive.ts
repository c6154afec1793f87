import { Invalid } from "#kernel/errors";
import type { Effect } from "./step.ts";
import type { Stepping } from "./step-work.ts";
import type { ArriveAtWorkInput } from "./work.inputs.ts";

/** What a field member claims may lie before the server's time, never after it. */
export function arrived({ tx, held, input, path }: Stepping<ArriveAtWorkInput>): Effect {
  const at = input.happenedAt ?? null;
  if (at && at > tx.now) throw new Invalid([{ path: [...path, "happenedAt"], code: "LIES_AHEAD" }]);
  if (at && at < held.item.opensAt) throw new Invalid([{ path: [...path, "happenedAt"], code: "WORK_BEFORE_ISSUE" }]);
  return { happenedAt: at };
}

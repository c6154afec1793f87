import { authorizeBureau, inTransaction } from "#kernel/command";
import type { Context } from "#kernel/context";
import { assertNoConflict, assertValid } from "#kernel/faults";
import { checkReason } from "#kernel/reason";
import { record } from "#kernel/record";
import { Complexity, Duty, type GridKind } from "#modules/grids";
import { type Demand, presets } from "./presets.ts";
import type { ApplyStaffingPresetInput } from "./standard.inputs.ts";
import { mayManageStandards } from "./standard.policy.ts";
import { around, collisionsOfStandard, faultsOfStandard, isSameDemand } from "./standard.rules.ts";
import {
  endStandards,
  insertStandards,
  lockStandards,
  type Post,
  standardEnded,
  standardSet,
} from "./standard.store.ts";

export function applyStaffingPreset(ctx: Context, input: ApplyStaffingPresetInput) {
  return inTransaction(ctx, "applyStaffingPreset", input, async (tx) => {
    const standards = await lockStandards(tx);
    authorizeBureau(tx.actor, mayManageStandards);
    const { gridKinds, demands } = presets[input.preset];
    const from = input.from ?? tx.now;
    const faults = faultsOfStandard(demands[0]!, from, tx.now);
    const reason = checkReason(faults, input.reason, from, tx.now);
    assertValid(faults);
    const asked = postsOf(input.gridKinds ?? gridKinds).map((post) => {
      const { current, next } = around(
        standards.filter((each) => isFor(post, each)),
        from,
      );
      return { post, demand: demandFor(post, demands), current, next };
    });
    const kept = asked.filter(({ demand, current }) => isSameDemand(demand, current));
    const posts = asked.filter((post) => !kept.includes(post));
    assertNoConflict(posts.flatMap(({ next }) => collisionsOfStandard(next, tx.now)).slice(0, 1));
    await endStandards(
      tx,
      posts.flatMap(({ current }) => current?.id ?? []),
      from,
    );
    const set = posts.flatMap(({ post, demand, current, next }) =>
      demand
        ? [
            {
              current,
              standard: { ...post, atLeast: demand.atLeast, atMost: demand.atMost, from, to: next?.from ?? null },
            },
          ]
        : [],
    );
    const ids = await insertStandards(
      tx,
      set.map(({ standard }) => standard),
    );
    await record(
      tx,
      ...posts.flatMap(({ current }) => (current ? [standardEnded(current, from, reason)] : [])),
      ...set.map(({ standard, current }, index) => standardSet(ids[index]!, standard, current, reason)),
    );
    return { ids: [...kept.flatMap(({ current }) => current?.id ?? []), ...ids] };
  });
}

const postsOf = (gridKinds: readonly GridKind[]): Post[] =>
  [...new Set(gridKinds)].flatMap((gridKind) =>
    Object.values(Complexity).flatMap((complexity) =>
      Object.values(Duty).map((duty) => ({ gridKind, complexity, duty })),
    ),
  );

const isFor = (a: Post, b: Post) => a.gridKind === b.gridKind && a.complexity === b.complexity && a.duty === b.duty;

const demandFor = ({ duty }: Post, demands: readonly Demand[]) => demands.find((demand) => demand.duty === duty);

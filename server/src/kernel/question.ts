import type { FieldFault } from "./errors.ts";
import { assertNoConflict } from "./faults.ts";
import type { Deed } from "./record.ts";
import type { Transaction } from "./transaction.ts";

/** What follows from a command in another module: what speaks against it, and else what is done besides, with its deeds. */
export interface Consequence {
  faults: readonly FieldFault[];
  act?: () => Promise<readonly Deed[]>;
}

type Answer<A, R> = (tx: Transaction, asked: A) => Promise<readonly R[]>;

/**
 * What a command of an earlier module asks later ones before it writes: what speaks against it, or what follows from it. Whoever
 * answers does so in the command's transaction.
 */
export function question<A, R>() {
  const answers: Answer<A, R>[] = [];
  return {
    answeredBy: (answer: Answer<A, R>) => void answers.push(answer),
    async ask(tx: Transaction, asked: A): Promise<R[]> {
      const given: R[] = [];
      for (const answer of answers) given.push(...(await answer(tx, asked)));
      return given;
    },
  };
}

/** Refuses with all that speaks against it. */
export const assertNoneAgainst = (consequences: readonly Consequence[], own: readonly FieldFault[] = []) =>
  assertNoConflict([...own, ...consequences.flatMap(({ faults }) => faults)]);

/** Does what follows, and gives the deeds of it. */
export async function deedsOf(consequences: readonly Consequence[]): Promise<Deed[]> {
  const deeds: Deed[] = [];
  for (const { act } of consequences) if (act) deeds.push(...(await act()));
  return deeds;
}

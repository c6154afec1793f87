import type { Transaction } from "./transaction.ts";

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

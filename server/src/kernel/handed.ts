import { inTransaction, type Keyed, type Transaction } from "./command.ts";
import type { Context } from "./context.ts";
import { newId } from "./ids.ts";

/** What a command made, with the secret it gives out this once: null when the call repeats an earlier one. */
export interface Handed {
  id: string;
  secret: string | null;
}

/**
 * Runs a command that hands out a secret. Each attempt leaves a mark with what it keeps under the key, and only the secret
 * of the attempt whose mark came back is told: one that was rolled back, or lost to another call, has made none that works.
 */
export async function handOver(
  ctx: Context,
  mutation: string,
  input: Keyed,
  act: (tx: Transaction) => Promise<{ id: string; secret?: string }>,
): Promise<Handed> {
  const secrets = new Map<string, string>();
  const { id, mark } = await inTransaction(ctx, mutation, input, async (tx) => {
    const { id, secret } = await act(tx);
    const mark = newId();
    if (secret !== undefined) secrets.set(mark, secret);
    return { id, mark };
  });
  return { id, secret: secrets.get(mark) ?? null };
}

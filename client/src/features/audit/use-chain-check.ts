import { AuditChainDocument, type AuditChainQuery } from "@maple-bridge/schema/documents";
import { useRef, useState } from "react";
import { useClient } from "urql";
import { problemOf } from "../../lib/problem.ts";

export type Chain = NonNullable<AuditChainQuery["auditChain"]>;

interface Check {
  /** What the last portion told; while more are to come, how far the check has got. */
  chain?: Chain;
  problem?: ReturnType<typeof problemOf>;
  isRunning: boolean;
  endedAt?: string;
}

/** Checks the log portion by portion when asked to, each going on where the one before it ended. */
export function useChainCheck() {
  const client = useClient();
  const [check, setCheck] = useState<Check>({ isRunning: false });
  const turn = useRef(0);

  async function start() {
    const own = ++turn.current;
    setCheck({ isRunning: true });
    for (let chain: Chain | undefined; turn.current === own;) {
      const after = chain && { sequence: chain.checkedTo, hash: chain.checkedHash };
      const { data, error } = await client.query(AuditChainDocument, { after }, { requestPolicy: "network-only" });
      if (turn.current !== own) return;
      chain = data?.auditChain ?? undefined;
      const isRunning = chain !== undefined && chain.isIntact && !chain.isLast;
      setCheck({
        chain,
        problem: problemOf(error),
        isRunning,
        endedAt: isRunning ? undefined : new Date().toISOString(),
      });
      if (!isRunning) return;
    }
  }

  return { ...check, start: () => void start() };
}

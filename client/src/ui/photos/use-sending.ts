import { AnnounceEvidenceDocument } from "@maple-bridge/schema/documents";
import { useCallback, useEffect, useRef, useState } from "react";
import { announce, everything } from "../../lib/changes.ts";
import type { Problem } from "../../lib/problem.ts";
import { useCommand } from "../../lib/use-command.ts";
import { sendPhoto } from "./send-photo.ts";
import { sha256 } from "./sha256.ts";
import { shrink, type Shrunk } from "./shrink.ts";

/** A photo on its way; it leaves the list once it has arrived. */
export interface Sending extends Shrunk {
  digest: string;
  name: string;
  progress: number;
  problem?: Problem;
}

/** Photos of an item on their way, one after another. */
export function useSending(itemId: string, onAdded?: (digests: readonly string[]) => void) {
  const [sendings, setSendings] = useState<readonly Sending[]>([]);
  const [isPreparing, setPreparing] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const [announceAll] = useCommand(AnnounceEvidenceDocument);
  const queue = useRef<Promise<void>>(Promise.resolve());
  const isGone = useRef(false);
  useEffect(() => {
    isGone.current = false;
    return () => void (isGone.current = true);
  }, []);

  const change = useCallback(
    (digest: string, part: Partial<Sending>) =>
      setSendings((all) => all.map((each) => (each.digest === digest ? { ...each, ...part } : each))),
    [],
  );
  const drop = useCallback((digest: string) => setSendings((all) => all.filter((each) => each.digest !== digest)), []);

  const send = useCallback(
    (sending: Sending) => {
      const { digest, bytes } = sending;
      const before = queue.current;
      async function sendBehind() {
        await before;
        if (isGone.current) return;
        const onProgress = (progress: number) => change(digest, { progress });
        const refused = await sendPhoto({ itemId, digest, bytes, onProgress });
        if (refused) return change(digest, { problem: refused, progress: 0 });
        announce({ types: [everything] });
        drop(digest);
      }
      change(digest, { problem: undefined, progress: 0 });
      queue.current = sendBehind();
    },
    [itemId, change, drop],
  );

  async function add(files: readonly File[]) {
    setPreparing(true);
    setProblem(undefined);
    const made: Sending[] = [];
    for (const file of files) made.push(await prepared(file));
    const known = new Set(sendings.map(({ digest }) => digest));
    const fresh = [...new Map(made.map((each) => [each.digest, each])).values()].filter(
      ({ digest }) => !known.has(digest),
    );
    const shown = fresh.filter(({ isShown }) => isShown).map(({ digest }) => digest);
    const refused = shown.length > 0 ? (await announceAll({ itemId, sentDigests: shown })).problem : undefined;
    setPreparing(false);
    if (refused) return setProblem(refused);
    onAdded?.(fresh.map(({ digest }) => digest));
    setSendings((all) => [...all, ...fresh]);
    for (const each of fresh) send(each);
  }

  return { sendings, isPreparing, problem, add, send, drop };
}

async function prepared(file: File): Promise<Sending> {
  const shrunk = await shrink(file);
  return { ...shrunk, digest: await sha256(shrunk.bytes), name: file.name, progress: 0 };
}

import type { ImportKind } from "@maple-bridge/schema/documents";
import { useRef, useState } from "react";
import { announce } from "../../lib/changes.ts";
import { type Intent, keyFor } from "../../lib/intent.ts";
import { mayRetry, type Problem } from "../../lib/problem.ts";
import { mostBytes, sendFile, tooLarge } from "./send-file.ts";

/** Sends a file in, which may go on where another one (`like`) stopped; the same file sent again after no answer came is one import. */
export function useUpload(kind: ImportKind, onMade: (id: string) => Promise<void> | void, like?: string) {
  const intent = useRef<Intent | undefined>(undefined);
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState<Problem>();

  async function send(file: File) {
    const { name, size, lastModified } = file;
    if (size > mostBytes) return setProblem(tooLarge());
    intent.current = keyFor({ kind, name, size, lastModified }, intent.current);
    setSending(true);
    setProblem(undefined);
    const { data, problem: refused } = await sendFile(kind, file, intent.current.key, like);
    if (!refused || !mayRetry(refused)) intent.current = undefined;
    if (data) {
      announce({ types: ["ImportRun"] });
      await onMade(data.id);
    }
    setSending(false);
    setProblem(refused);
  }
  return { send, sending, problem };
}

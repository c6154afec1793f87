import { useEffect, useEffectEvent } from "react";
import type { Paper } from "../../lib/files.ts";
import type { ToExport } from "./export-list.tsx";
import { usePrintList } from "./use-print-list.ts";

export interface PrintNowProps extends ToExport {
  onRead: (paper: Paper | undefined) => void;
}

/** Reads the list for paper as soon as it is there. */
export function PrintNow({ onRead, ...shown }: PrintNowProps) {
  const print = usePrintList(shown);
  const read = useEffectEvent(() => void print().then(onRead));
  useEffect(() => read(), []);
  return null;
}

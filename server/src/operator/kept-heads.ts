import { type KeptHead, openHeadsFile } from "../modules/audit/index.ts";

export interface KeptHeads {
  path: string;
  lines: number;
  /** When a line was written last; null where there is none. */
  newest: string | null;
  /** Lines that are not as they were written. */
  faults: { number: number; fault: string }[];
  /** Each head of a bureau once, in the order they were kept. */
  byBureau: Map<string, KeptHead[]>;
}

/** All heads that the folder's file holds, of all bureaus or of those with these codes. */
export async function readKeptHeads(folder: string, codes?: readonly string[]): Promise<KeptHeads> {
  const file = await openHeadsFile(folder);
  const read: KeptHeads = { path: file.path, lines: 0, newest: null, faults: [], byBureau: new Map() };
  for await (const { number, keeping, fault } of file.lines()) {
    read.lines = number;
    if (!keeping) {
      read.faults.push({ number, fault });
      continue;
    }
    read.newest = keeping.at;
    for (const head of keeping.heads) {
      if (codes && !codes.includes(head.code)) continue;
      const heads = read.byBureau.get(head.bureauId);
      if (heads) heads.push(head);
      else read.byBureau.set(head.bureauId, [head]);
    }
  }
  return read;
}

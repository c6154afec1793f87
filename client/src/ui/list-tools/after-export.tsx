import type { Paper } from "../../lib/files.ts";
import { lazily } from "../../lib/lazily.ts";
import { Later } from "../later.tsx";
import { Printing } from "../paper/printing.tsx";

const ExportsDrawer = lazily(() => import("./exports-drawer.tsx"), "ExportsDrawer");

/** What comes of a list that goes out, besides a file. */
export type AfterExporting = "exports" | "for later" | Paper;

export interface AfterExportProps {
  shown: AfterExporting | undefined;
  onClose: () => void;
}

export function AfterExport({ shown, onClose }: AfterExportProps) {
  const isPaper = typeof shown === "object";
  const isDrawer = shown !== undefined && !isPaper;
  return (
    <>
      <Later when={isDrawer}>
        <ExportsDrawer open={isDrawer} isForLater={shown === "for later"} onClose={onClose} />
      </Later>
      {isPaper ? <Printing paper={shown} onDone={onClose} /> : null}
    </>
  );
}

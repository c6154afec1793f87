import { type HTMLAttributes, type RefObject, useState } from "react";
import { useShortcut } from "../../lib/shortcuts.ts";

interface Place {
  row: number;
  column: number;
}

const moves: Record<string, readonly [rows: number, columns: number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** One cell can be tabbed to, at first the last week of the first row; arrows walk from it, j and k to the rows below and above. */
export function useCellWalk(body: RefObject<HTMLElement | null>, rows: number, columns: number) {
  const [place, setPlace] = useState<Place>();
  const here = {
    row: Math.min(place?.row ?? 0, rows - 1),
    column: Math.min(place?.column ?? columns - 1, columns - 1),
  };

  function go(byRows: number, byColumns: number) {
    const next = {
      row: Math.min(Math.max(here.row + byRows, 0), rows - 1),
      column: Math.min(Math.max(here.column + byColumns, 0), columns - 1),
    };
    setPlace(next);
    body.current?.querySelector<HTMLElement>(`[data-place="${next.row} ${next.column}"] a`)?.focus();
  }
  useShortcut("j", "nextRow", () => go(place ? 1 : 0, 0), rows > 0);
  useShortcut("k", "previousRow", () => go(-1, 0), rows > 0);

  return (row: number, column: number): HTMLAttributes<HTMLElement> => ({
    tabIndex: row === here.row && column === here.column ? 0 : -1,
    onFocus: () => setPlace({ row, column }),
    onKeyDown(event) {
      const move = moves[event.key];
      if (!move) return;
      event.preventDefault();
      go(...move);
    },
  });
}

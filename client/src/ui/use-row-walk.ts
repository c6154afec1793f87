import { type HTMLAttributes, type RefObject, useState } from "react";
import { useShortcut } from "../lib/shortcuts.ts";

interface RowWalk<Row> {
  body: RefObject<HTMLDivElement | null>;
  rows: readonly Row[];
  openId?: string;
  onOpen?: (row: Row) => void;
}

/** One row of the table can be tabbed to; j and k move it, Enter opens it. While a row is open, they open its neighbour. */
export function useRowWalk<Row extends { id: string }>({ body, rows, openId, onOpen }: RowWalk<Row>) {
  const [hereId, setHereId] = useState<string>();
  const standing = openId ?? hereId;
  const here = rows.findIndex((row) => row.id === standing);

  function step(by: 1 | -1) {
    const row = rows[here < 0 ? 0 : Math.min(Math.max(here + by, 0), rows.length - 1)];
    if (!row) return;
    setHereId(row.id);
    if (openId !== undefined) onOpen?.(row);
    else body.current?.querySelector<HTMLElement>(`[data-row-key="${CSS.escape(row.id)}"]`)?.focus();
  }
  useShortcut("j", "nextRow", () => step(1), rows.length > 0);
  useShortcut("k", "previousRow", () => step(-1), rows.length > 0);

  return (row: Row, index?: number): HTMLAttributes<HTMLElement> => ({
    tabIndex: onOpen && (here < 0 ? index === 0 : row.id === standing) ? 0 : -1,
    onFocus: () => setHereId(row.id),
    onClick: (event) => {
      // What the browser does with a link then is its own: another tab, another window.
      if (event.ctrlKey || event.metaKey || event.shiftKey || !opens(event.target)) return;
      event.preventDefault();
      // Who has marked some of its text means to copy it.
      if (getSelection()?.isCollapsed) onOpen?.(row);
    },
    onKeyDown: (event) => {
      if (event.key !== "Enter" || event.target !== event.currentTarget) return;
      event.preventDefault();
      onOpen?.(row);
    },
  });
}

/** A click on a control inside the row belongs to the control. */
const opens = (target: EventTarget) =>
  !(
    target instanceof Element &&
    target.closest("a:not(.data-table-name), button, input, label, [role=button], .data-table-tick")
  );

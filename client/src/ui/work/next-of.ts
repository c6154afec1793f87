/** The row after one, or else the one before it: what comes next when it is done with. */
export function nextOf(rows: readonly { id: string }[], id: string | undefined): string | undefined {
  const here = rows.findIndex((row) => row.id === id);
  if (here < 0) return undefined;
  return (rows[here + 1] ?? rows[here - 1])?.id;
}

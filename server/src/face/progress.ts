/** What whoever started the server reads while it starts. */
export const say = (line: string) => console.log(line);

export const fail = (line: string) => console.error(line);

/** Columns as wide as their words; a Chinese character takes two places. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = rows.reduce<number[]>(
    (known, row) => row.map((cell, index) => Math.max(known[index] ?? 0, width(cell))),
    [],
  );
  return rows
    .map(
      (row) =>
        `  ${row
          .map((cell, index) => cell + " ".repeat(widths[index]! - width(cell)))
          .join("  ")
          .trimEnd()}`,
    )
    .join("\n");
}

const width = (text: string) => [...text].reduce((sum, letter) => sum + (/[\u2e80-\uffef]/.test(letter) ? 2 : 1), 0);

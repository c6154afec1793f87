const mark = "\uFEFF";

/** CSV that a spreadsheet program opens as it stands: UTF-8 with its mark, no cell read as a formula, and no long number cut. */
export function toCsv(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [header, ...rows].map((cells) => cells.map(csvCell).join(","));
  return `${mark}${lines.join("\r\n")}\r\n`;
}

function csvCell(text: string): string {
  const neutral = /^'*([=+\-@\t\r]|\d{12,}$)/.test(text) ? `'${text}` : text;
  return /[",;\t\r\n]/.test(neutral) ? `"${neutral.replaceAll('"', '""')}"` : neutral;
}

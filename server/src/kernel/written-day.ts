import { asLine } from "./written.ts";

const written = /^(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})日?$/;
const compact = /^(\d{4})(\d{2})(\d{2})$/;
const time = /[ T]\d{1,2}:\d{2}.*$/;
const dashes = /[\u2010-\u2015\u2212]/g;

/**
 * A day of the calendar as people write it: 2026-3-5, `2026.3.5`, 2026/3/5, 2026年3月5日, 20260305, in any width, with a time of day too.
 * The fields of the screens read the same (`client/src/lib/typed-day.ts`).
 */
export function readDay(text: string): string | undefined {
  const plain = asLine(text).normalize("NFKC").replace(time, "").replace(/\s/g, "");
  const marked = plain.replace(dashes, "-").replaceAll("。", ".");
  const parts = (written.exec(marked) ?? compact.exec(marked))?.slice(1).map(Number);
  if (!parts) return undefined;
  const [year = 0, month = 0, day = 0] = parts;
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && year >= 1900 && year <= 2100;
  return exists ? date.toISOString().slice(0, 10) : undefined;
}

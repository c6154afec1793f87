/** 2026-12-10, 2026.12.10, and with the Chinese words for year, month and day. */
const written = /^(\d{4})[-./\u5e74](\d{1,2})[-./\u6708](\d{1,2})\u65e5?$/;
const compact = /^(\d{4})(\d{2})(\d{2})$/;
const time = /[ T]\d{1,2}:\d{2}.*$/;
const unseen = /\p{Cf}/gu;
const dashes = /[\u2010-\u2015\u2212]/g;

/** A day as people type and paste it, in every form that an import takes (the server's `kernel/written-day.ts`); undefined for what is none. */
export function readDay(text: string): string | undefined {
  const plain = text.normalize("NFKC").replace(unseen, "").trim().replace(time, "").replace(/\s/g, "");
  const marked = plain.replace(dashes, "-").replaceAll("\u3002", ".");
  const parts = (written.exec(marked) ?? compact.exec(marked))?.slice(1).map(Number);
  if (!parts) return undefined;
  const [year = 0, month = 0, day = 0] = parts;
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && year >= 1900 && year <= 2100;
  return exists ? date.toISOString().slice(0, 10) : undefined;
}

import type { RawSheet } from "./raw-sheet.ts";
import { decoded } from "./decode-text.ts";
import { readWorkbook } from "./read-workbook.ts";
import { SheetError } from "./sheet-error.ts";

/** What programs write that call a page, or XML, a workbook: `<table>` in HTML, and the XML of Excel 2003. */
export function readMarkup(bytes: Buffer): RawSheet[] {
  const text = decoded(bytes, declaredIn(bytes));
  if (isXml2003(text) || /<table[\s>]/i.test(text)) return readWorkbook({ text });
  throw new SheetError("FILE_FORMAT", {
    value: /<html[\s>]|<!doctype html/i.test(text.slice(0, 2_000)) ? "HTML" : "XML",
  });
}

const isXml2003 = (text: string) => text.slice(0, 4_000).includes("urn:schemas-microsoft-com:office:spreadsheet");

/** `<meta charset=gb2312>`, `encoding="gbk"`. */
function declaredIn(bytes: Buffer): string | undefined {
  const start = bytes.subarray(0, 2_000).toString("latin1");
  return /(?:charset|encoding)\s*=\s*["']?\s*([\w-]+)/i.exec(start)?.[1];
}

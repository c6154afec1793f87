import { CFB, read, utils } from "@e965/xlsx";
import type { App } from "@maple-bridge/server";
import { newKey } from "./client.ts";

/** Asks for a week as a file, as the screen does. */
export const takeAlong = ({ fastify }: App, headers: Record<string, string>, of: object) =>
  fastify.inject({
    method: "POST",
    url: "/exports/week",
    headers: { ...headers, "x-maple-export": "1", "idempotency-key": newKey() },
    payload: of,
  });

/** Cells of each sheet, as they are shown. */
export function sheetsIn(bytes: Buffer): Record<string, string[][]> {
  const { Sheets, SheetNames } = read(bytes);
  return Object.fromEntries(
    SheetNames.map((name) => [
      name,
      utils.sheet_to_json<string[]>(Sheets[name]!, { header: 1, defval: "", raw: false }),
    ]),
  );
}

/** A part of an office file, as text. */
export function partOf(bytes: Buffer, path: string): string {
  const entry = CFB.find(CFB.read(bytes, { type: "buffer" }), `Root Entry/${path}`);
  if (!entry) throw new Error(`The file has no ${path}.`);
  return Buffer.from(entry.content as Uint8Array).toString("utf8");
}

const textIn = (xml: string) =>
  [...xml.matchAll(/<w:p[ >].*?<\/w:p>/gs)]
    .map(([paragraph]) => [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text]) => text).join(""))
    .map((text) =>
      text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&amp;", "&"),
    );

/** What stands in a document: its paragraphs outside tables, and the rows of its tables. */
export function documentIn(bytes: Buffer) {
  const xml = partOf(bytes, "word/document.xml");
  const pictures = CFB.read(bytes, { type: "buffer" }).FullPaths.filter((path: string) =>
    /word\/media\/.+/.test(path),
  ).length;
  const tables = [...xml.matchAll(/<w:tbl>.*?<\/w:tbl>/gs)].map(([table]) =>
    [...table.matchAll(/<w:tr[ >].*?<\/w:tr>/gs)].map(([row]) =>
      [...row.matchAll(/<w:tc>.*?<\/w:tc>/gs)].map(([cell]) => textIn(cell).join("\n").trim()),
    ),
  );
  return { paragraphs: textIn(xml.replace(/<w:tbl>.*?<\/w:tbl>/gs, "")), tables, pictures };
}

export type MediaType = "image/jpeg" | "image/png" | "image/webp";

/** What a file is, by what it begins with: neither its name nor what it is said to be counts. */
export type Format = { mediaType: MediaType } | { named: string };

interface Beginning {
  format: Format;
  at?: number;
  bytes: string;
}

/** In Latin-1, each at its place; the first that fits. */
const beginnings: readonly Beginning[] = [
  { format: { mediaType: "image/jpeg" }, bytes: "\xff\xd8\xff" },
  { format: { mediaType: "image/png" }, bytes: "\x89PNG\r\n\x1a\n" },
  { format: { mediaType: "image/webp" }, at: 8, bytes: "WEBP" },
  { format: { named: "GIF" }, bytes: "GIF8" },
  { format: { named: "BMP" }, bytes: "BM" },
  { format: { named: "TIFF/RAW" }, bytes: "II*\0" },
  { format: { named: "TIFF/RAW" }, bytes: "MM\0*" },
  { format: { named: "PDF" }, bytes: "%PDF" },
  { format: { named: "ZIP/Office" }, bytes: "PK\x03\x04" },
  { format: { named: "SVG/XML" }, bytes: "<" },
  { format: { named: "JPEG 2000" }, at: 4, bytes: "jP  " },
  { format: { named: "JPEG XL" }, at: 4, bytes: "JXL " },
  { format: { named: "JPEG XL" }, bytes: "\xff\x0a" },
  { format: { named: "WebM/MKV" }, bytes: "\x1aE\xdf\xa3" },
];

/** The family of formats that HEIC, AVIF and films are of, by their first brand. */
const brands: Readonly<Record<string, string>> = {
  heic: "HEIC",
  heix: "HEIC",
  heim: "HEIC",
  heis: "HEIC",
  hevc: "HEIC",
  hevx: "HEIC",
  mif1: "HEIC",
  msf1: "HEIC",
  avif: "AVIF",
  avis: "AVIF",
  "qt  ": "MOV",
};

export function formatOf(bytes: Uint8Array): Format {
  const head = Buffer.from(bytes.subarray(0, 32)).toString("latin1");
  if (head.startsWith("ftyp", 4)) return { named: brands[head.slice(8, 12)] ?? "MP4" };
  return beginnings.find((each) => head.startsWith(each.bytes, each.at ?? 0))?.format ?? { named: "?" };
}

import sharp, { type Sharp } from "sharp";

export const size = { width: 60, height: 40 };

const quadrants = [
  { left: 0, top: 0, colour: [220, 30, 30] },
  { left: 30, top: 0, colour: [30, 200, 30] },
  { left: 0, top: 20, colour: [30, 30, 220] },
  { left: 30, top: 20, colour: [220, 220, 30] },
] as const;

const rgb = ([r, g, b]: readonly [number, number, number]) => ({ r, g, b });

/** A picture whose four quarters have each a colour of their own. */
export function quartered(): Sharp {
  const quarter = { width: size.width / 2, height: size.height / 2, channels: 3 as const };
  return sharp({ create: { ...size, channels: 3, background: "black" } }).composite(
    quadrants.map(({ left, top, colour }) => ({
      left,
      top,
      input: { create: { ...quarter, background: rgb(colour) } },
    })),
  );
}

/** The picture as a camera that was held so writes it: what stands upright once it is turned by the tag. */
export async function heldAs(orientation: number): Promise<Sharp> {
  const upright = await quartered().png().toBuffer();
  const turned = orientation >= 5 ? await sharp(upright).rotate(90).png().toBuffer() : upright;
  const stored = {
    1: (picture: Sharp) => picture,
    2: (picture: Sharp) => picture.flop(),
    3: (picture: Sharp) => picture.rotate(180),
    4: (picture: Sharp) => picture.flip(),
    5: (picture: Sharp) => picture.flop(),
    6: (picture: Sharp) => picture.rotate(180),
    7: (picture: Sharp) => picture.flip(),
    8: (picture: Sharp) => picture,
  }[orientation]!;
  return sharp(await stored(sharp(turned)).png().toBuffer()).withMetadata({ orientation });
}

/** How far the middle of each quarter is from its colour, at most. */
export async function strayed(picture: Buffer): Promise<number> {
  const { data, info } = await sharp(picture).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const distances = quadrants.map(({ left, top, colour }) => {
    const x = Math.round(((left + size.width / 4) / size.width) * info.width);
    const y = Math.round(((top + size.height / 4) / size.height) * info.height);
    const at = (y * info.width + x) * info.channels;
    return Math.max(...colour.map((value, index) => Math.abs(value - data[at + index]!)));
  });
  return Math.max(...distances);
}

/** A segment of a JPEG file, put in behind its beginning. */
export function withSegment(jpeg: Buffer, marker: number, content: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), head, content, jpeg.subarray(2)]);
}

/** The parts that a file is made of, by the names that its format gives them. */
export function partsOf(file: Buffer): string[] {
  if (file.readUInt16BE(0) === 0xffd8) return segmentsOf(file);
  return file.toString("latin1", 8, 12) === "WEBP" ? chunksOf(file, 12, true) : chunksOf(file, 8, false);
}

function segmentsOf(file: Buffer): string[] {
  const found: string[] = [];
  for (let at = 2; file[at] === 0xff && file[at + 1] !== 0xda; at += 2 + file.readUInt16BE(at + 2))
    found.push(file[at + 1]!.toString(16));
  return found;
}

function chunksOf(file: Buffer, from: number, isWebp: boolean): string[] {
  const found: string[] = [];
  for (let at = from; at + 8 <= file.length;) {
    const length = isWebp ? file.readUInt32LE(at + 4) : file.readUInt32BE(at);
    found.push(file.toString("latin1", at + (isWebp ? 0 : 4), at + (isWebp ? 4 : 8)));
    at += isWebp ? 8 + length + (length % 2) : 12 + length;
  }
  return found;
}

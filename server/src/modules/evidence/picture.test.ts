import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { digestOf } from "#kernel/files/file-store";
import { pictureLimits } from "./picture-limits.ts";
import { pictureOf } from "./picture.ts";
import { heldAs, partsOf, quartered, size, strayed, withSegment } from "./pictures-for-tests.ts";

const nearly = 24;

describe("A72: a photo stands upright, however the camera was held", () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8])("orientation %i of a JPEG", async (orientation) => {
    const sent = await (await heldAs(orientation)).jpeg({ quality: 95 }).toBuffer();
    expect((await sharp(sent).metadata()).orientation).toBe(orientation);
    const { bytes, width, height, thumbnail } = await pictureOf(sent);
    expect({ width, height }).toEqual(size);
    for (const kept of [bytes, thumbnail.bytes]) {
      expect(await strayed(kept)).toBeLessThan(nearly);
      expect((await sharp(kept).metadata()).orientation).toBeUndefined();
    }
  });

  it.each(["png", "webp"] as const)("orientation 6 of a %s", async (format) => {
    const { bytes, width, height } = await pictureOf(await (await heldAs(6)).toFormat(format).toBuffer());
    expect({ width, height }).toEqual(size);
    expect(await strayed(bytes)).toBeLessThan(nearly);
  });

  it("is not turned twice when what is kept is sent again", async () => {
    const once = await pictureOf(await (await heldAs(6)).jpeg().toBuffer());
    const { bytes } = await pictureOf(once.bytes);
    expect(await strayed(bytes)).toBeLessThan(nearly);
  });
});

const secret = "N33-17-canary";

/** What cameras, phones and programs leave in a JPEG, and behind it. */
async function talkative(): Promise<Buffer> {
  const exif = {
    IFD0: { Make: secret, Copyright: secret },
    IFD3: { GPSLatitudeRef: "N", GPSLatitude: "33/1 17/1 0/1" },
  };
  let file: Buffer = await (
    await heldAs(6)
  )
    .withExifMerge(exif)
    .withXmp(`<x:xmpmeta xmlns:x="adobe:ns:meta/">${secret}</x:xmpmeta>`)
    .withIccProfile("p3", { attach: true })
    .jpeg()
    .toBuffer();
  const preview = await quartered().jpeg().toBuffer();
  file = withSegment(file, 0xed, Buffer.from(`Photoshop 3.0\0${secret}`));
  file = withSegment(file, 0xfe, Buffer.from(secret));
  file = withSegment(file, 0xe2, Buffer.concat([Buffer.from(`MPF\0${secret}`), preview]));
  return Buffer.concat([file, Buffer.from(secret), preview]);
}

describe("A74: nothing but pixels is kept", () => {
  it("neither place, camera, preview, comment nor what hangs behind the picture", async () => {
    const sent = await talkative();
    const before = await sharp(sent).metadata();
    expect([before.exif, before.xmp, before.icc, before.orientation]).toEqual([
      expect.any(Buffer),
      expect.any(Buffer),
      expect.any(Buffer),
      6,
    ]);
    const { bytes, thumbnail } = await pictureOf(sent);
    for (const kept of [bytes, thumbnail.bytes]) {
      expect(kept.includes(secret)).toBe(false);
      const { exif, xmp, iptc, icc, comments, orientation } = await sharp(kept).metadata();
      expect({ exif, xmp, iptc, icc, comments, orientation }).toEqual({});
    }
    // The quantisation, the frame and its tables; at most the bare head of JFIF and of Adobe's.
    for (const part of partsOf(bytes)) expect(["e0", "ee", "db", "c0", "c2", "c4", "dd"]).toContain(part);
    for (const part of partsOf(thumbnail.bytes)) expect(["VP8 ", "VP8L", "VP8X", "ALPH"]).toContain(part);
    expect(await strayed(bytes)).toBeLessThan(nearly);
  });

  it.each([
    ["png", ["IHDR", "PLTE", "tRNS", "IDAT", "IEND", "pHYs", "gAMA", "sRGB", "cHRM"]],
    ["webp", ["VP8 ", "VP8L", "VP8X", "ALPH"]],
  ] as const)("of a %s neither", async (format, parts) => {
    const told = (await heldAs(3)).withExifMerge({ IFD0: { Make: secret } }).withXmp(`<x>${secret}</x>`);
    const { bytes, mediaType } = await pictureOf(await told.toFormat(format).toBuffer());
    expect(mediaType).toBe(`image/${format}`);
    expect(bytes.includes(secret)).toBe(false);
    for (const part of partsOf(bytes)) expect(parts).toContain(part);
    expect(await strayed(bytes)).toBeLessThan(nearly);
  });
});

it("keeps colours as they look, in sRGB", async () => {
  const wide = await quartered().withIccProfile("p3", { attach: true }).png().toBuffer();
  expect(await strayed((await pictureOf(wide)).bytes)).toBeLessThan(6);
  const four = await quartered().toColourspace("cmyk").jpeg({ quality: 95 }).toBuffer();
  expect((await sharp(four).metadata()).space).toBe("cmyk");
  expect((await sharp((await pictureOf(four)).bytes).metadata()).space).toBe("srgb");
});

it("tells size and digests, and makes a thumbnail of 320 pixels that is never larger than the picture", async () => {
  const sent = await sharp({ create: { width: 1000, height: 2000, channels: 3, background: "teal" } })
    .jpeg()
    .toBuffer();
  const { bytes, digest, width, height, thumbnail, mediaType } = await pictureOf(sent);
  expect({ width, height, mediaType, digest }).toEqual({
    width: 1000,
    height: 2000,
    mediaType: "image/jpeg",
    digest: digestOf(bytes),
  });
  const small = await sharp(thumbnail.bytes).metadata();
  expect([small.width, small.height, small.format, thumbnail.digest]).toEqual([
    160,
    320,
    "webp",
    digestOf(thumbnail.bytes),
  ]);
  const tiny = await pictureOf(await quartered().png().toBuffer());
  expect((await sharp(tiny.thumbnail.bytes).metadata()).width).toBe(size.width);
});

const boxed = (brand: string) =>
  Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from(`ftyp${brand}\0\0\0\0mif1heic`, "latin1"), Buffer.alloc(400)]);

describe("A73: what a file is, is told by what it holds", () => {
  it.each(["heic", "heix", "hevc", "mif1", "msf1"])(
    "HEIC of the brand %s is refused with what to do",
    async (brand) => {
      await expect(pictureOf(boxed(brand))).rejects.toMatchObject({
        code: "INVALID",
        faults: [{ path: ["file"], code: "PHOTO_HEIC" }],
      });
    },
  );

  it.each([
    ["AVIF", boxed("avif")],
    ["MOV", boxed("qt  ")],
    ["MP4", boxed("isom")],
    ["GIF", Buffer.from("GIF89a\x01\0\x01\0")],
    ["TIFF/RAW", Buffer.from("II*\0\x08\0\0\0")],
    ["BMP", Buffer.from("BM\0\0\0\0")],
    ["PDF", Buffer.from("%PDF-1.7")],
    ["ZIP/Office", Buffer.from("PK\x03\x04")],
    ["SVG/XML", Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'/>")],
  ])("%s is refused by its name", async (value, file) => {
    await expect(pictureOf(file)).rejects.toMatchObject({ faults: [{ code: "PHOTO_FORMAT", params: { value } }] });
  });
});

it.each([
  ["nothing", Buffer.alloc(0), "PHOTO_EMPTY"],
  ["noise", Buffer.from("what is this?"), "PHOTO_UNKNOWN"],
  ["too much", Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.alloc(pictureLimits.bytes)]), "PHOTO_TOO_LARGE"],
  ["a beginning alone", Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0]), "PHOTO_DAMAGED"],
])("refuses %s", async (_name, file, code) => {
  await expect(pictureOf(file)).rejects.toMatchObject({ code: "INVALID", faults: [{ path: ["file"], code }] });
});

it.each(["jpeg", "png", "webp"] as const)("refuses a %s that breaks off", async (format) => {
  const whole = await sharp({
    create: {
      width: 400,
      height: 400,
      channels: 3,
      background: "red",
      noise: { type: "gaussian", mean: 128, sigma: 40 },
    },
  })
    .toFormat(format)
    .toBuffer();
  await expect(pictureOf(whole.subarray(0, whole.length / 2))).rejects.toMatchObject({
    faults: [{ code: "PHOTO_DAMAGED" }],
  });
});

it.each(["jpeg", "png", "webp"] as const)(
  "refuses a small %s that unpacks to more pixels than a camera makes",
  async (format) => {
    const huge = await sharp({ create: { width: 7100, height: 7100, channels: 3, background: "white" } })
      .toFormat(format, { effort: 1 })
      .toBuffer();
    expect(huge.length).toBeLessThan(pictureLimits.bytes);
    await expect(pictureOf(huge)).rejects.toMatchObject({ faults: [{ code: "PHOTO_PIXELS", params: { most: 50 } }] });
  },
);

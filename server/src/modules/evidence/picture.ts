import sharp, { type Sharp } from "sharp";
import { Invalid } from "#kernel/errors";
import { digestOf } from "#kernel/files/file-store";
import { formatOf, type MediaType } from "./picture-format.ts";
import { pictureLimits } from "./picture-limits.ts";

export interface Picture {
  mediaType: MediaType;
  bytes: Buffer;
  digest: string;
  width: number;
  height: number;
  thumbnail: { bytes: Buffer; digest: string };
}

// Turns are taken by the bureaus' pictures, not by the threads of one; nothing is remembered of any; and no other format is ever read.
sharp.concurrency(1);
sharp.cache(false);
sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({
  operation: ["VipsForeignLoadJpegBuffer", "VipsForeignLoadPngBuffer", "VipsForeignLoadWebpBuffer"],
});

const longestSeconds = 12;

/**
 * The picture as it is kept: upright, in sRGB, encoded anew from its pixels alone. Nothing else of the file comes along: no place,
 * no camera, no preview.
 */
export async function pictureOf(file: Uint8Array): Promise<Picture> {
  const mediaType = mediaTypeOf(file);
  const { data, info } = await undamaged(
    encoded(opened(file).autoOrient(), mediaType).toBuffer({ resolveWithObject: true }),
  );
  if (data.length > pictureLimits.keptBytes) refuse("PHOTO_GROWS");
  const { width, height } = info;
  return { mediaType, bytes: data, digest: digestOf(data), width, height, thumbnail: await thumbnailOf(data) };
}

/** Of the picture as it is kept: what holds for that holds for it. */
async function thumbnailOf(kept: Buffer): Promise<Picture["thumbnail"]> {
  const side = pictureLimits.thumbnailSide;
  const bytes = await opened(kept)
    .resize({ width: side, height: side, fit: "inside", withoutEnlargement: true })
    .webp({ quality: 75 })
    .toBuffer();
  return { bytes, digest: digestOf(bytes) };
}

/** A thumbnail as office programs show it: not all of them know how it is kept. */
export async function pictureForPaper(thumbnail: Uint8Array) {
  const { data, info } = await opened(thumbnail).jpeg({ quality: 80 }).toBuffer({ resolveWithObject: true });
  return { bytes: data, width: info.width, height: info.height };
}

export const thumbnailMediaType: MediaType = "image/webp";

function mediaTypeOf(file: Uint8Array): MediaType {
  if (file.length === 0) refuse("PHOTO_EMPTY");
  if (file.length > pictureLimits.bytes) refuse("PHOTO_TOO_LARGE", { megabytes: pictureLimits.megabytes });
  const format = formatOf(file);
  if ("mediaType" in format) return format.mediaType;
  if (format.named === "HEIC") refuse("PHOTO_HEIC");
  if (format.named === "?") refuse("PHOTO_UNKNOWN");
  return refuse("PHOTO_FORMAT", { value: format.named });
}

const opened = (bytes: Uint8Array): Sharp =>
  sharp(bytes, { limitInputPixels: pictureLimits.megapixels * 1_000_000, failOn: "error", animated: false })
    .timeout({ seconds: longestSeconds })
    .toColourspace("srgb");

function encoded(picture: Sharp, mediaType: MediaType): Sharp {
  if (mediaType === "image/png") return picture.png({ compressionLevel: 8 });
  return mediaType === "image/webp" ? picture.webp({ quality: 88 }) : picture.jpeg({ quality: 88 });
}

async function undamaged<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    const { message } = error as Error;
    if (/exceeds pixel limit/.test(message)) refuse("PHOTO_PIXELS", { most: pictureLimits.megapixels });
    if (/timeout/.test(message)) refuse("PHOTO_TOO_SLOW");
    throw new Invalid([{ path: ["file"], code: "PHOTO_DAMAGED" }]);
  }
}

function refuse(code: string, params?: Record<string, string | number>): never {
  throw new Invalid([{ path: ["file"], code, ...(params && { params }) }]);
}

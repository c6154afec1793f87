/** The longest side that is sent, in pixels: enough to read a number plate by, and small enough for a village's line. */
const longestSide = 2048;
/** A file below this goes as it is, where its picture is no larger. */
const smallBytes = 1_500_000;
const taken = new Set(["image/jpeg", "image/png", "image/webp"]);

export interface Shrunk {
  bytes: Uint8Array<ArrayBuffer>;
  /** Whether this browser can show it: of what it can't, the server says what it is. */
  isShown: boolean;
}

export function sizeWithin(width: number, height: number, longest = longestSide) {
  const ratio = Math.min(1, longest / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * ratio)), height: Math.max(1, Math.round(height * ratio)) };
}

/** A photo as it is sent: no larger than need be, and as JPEG where it is in a format that only this browser may know. */
export async function shrink(file: Blob): Promise<Shrunk> {
  const picture = await decoded(file);
  if (!picture) return { bytes: await bytesOf(file), isShown: false };
  const { naturalWidth, naturalHeight } = picture;
  const isSmall = Math.max(naturalWidth, naturalHeight) <= longestSide && file.size <= smallBytes;
  const drawn = isSmall && taken.has(file.type) ? undefined : await drawnWithin(picture);
  return { bytes: await bytesOf(drawn ?? file), isShown: true };
}

/** Upright: browsers turn a picture by its tag. */
async function decoded(file: Blob): Promise<HTMLImageElement | undefined> {
  const address = URL.createObjectURL(file);
  try {
    const picture = new Image();
    picture.src = address;
    await picture.decode();
    return picture;
  } catch {
    return undefined;
  } finally {
    URL.revokeObjectURL(address);
  }
}

function drawnWithin(picture: HTMLImageElement): Promise<Blob | undefined> {
  const canvas = document.createElement("canvas");
  const { width, height } = sizeWithin(picture.naturalWidth, picture.naturalHeight);
  Object.assign(canvas, { width, height });
  const pen = canvas.getContext("2d");
  if (!pen) return Promise.resolve(undefined);
  pen.fillStyle = "#fff";
  pen.fillRect(0, 0, width, height);
  pen.drawImage(picture, 0, 0, width, height);
  return new Promise((resolve) => canvas.toBlob((blob) => resolve(blob ?? undefined), "image/jpeg", 0.85));
}

const bytesOf = async (blob: Blob) => new Uint8Array(await blob.arrayBuffer());

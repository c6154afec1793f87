import sharp from "sharp";
import { digestOf, type FileStore } from "#kernel/files/file-store";
import { type Picture, pictureOf } from "#modules/evidence";

export interface DemoPhoto {
  sentDigest: string;
  picture: Picture;
}

type Colour = readonly [red: number, green: number, blue: number];

const [width, height] = [480, 320];
/** Sky, wall and ground of each. */
const scenes: readonly (readonly [Colour, Colour, Colour])[] = [
  [
    [196, 218, 236],
    [214, 196, 170],
    [120, 124, 118],
  ],
  [
    [226, 214, 196],
    [176, 92, 74],
    [142, 138, 130],
  ],
  [
    [180, 200, 210],
    [232, 226, 210],
    [96, 118, 84],
  ],
  [
    [214, 224, 230],
    [150, 162, 172],
    [134, 122, 104],
  ],
];

/** Drawn and not taken: a wall with windows under a sky. They show no place and nobody. */
export const demoPhotos = (): Promise<DemoPhoto[]> =>
  Promise.all(
    scenes.map(async ([sky, wall, ground], index) => {
      const raw = { width, height, channels: 3 } as const;
      const file = await sharp(drawn(sky, wall, ground, index), { raw })
        .jpeg({ quality: 80 })
        .toBuffer();
      return { sentDigest: digestOf(file), picture: await pictureOf(file) };
    }),
  );

function drawn(sky: Colour, wall: Colour, ground: Colour, index: number): Buffer {
  const pixels = Buffer.alloc(width * height * 3);
  const windows = 3 + index;
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const isWall = y >= 90 && y < 240 && x >= 50 && x < 430;
      const isWindow = isWall && y >= 120 && y < 190 && ((x - 50) * windows) % 380 < 190;
      const base = isWindow ? sky : isWall ? wall : y >= 240 ? ground : sky;
      const shade = isWindow ? -60 : Math.round((y / height - 0.5) * 24);
      for (const channel of [0, 1, 2] as const)
        pixels[(y * width + x) * 3 + channel] = Math.max(0, Math.min(255, base[channel] + shade));
    }
  return pixels;
}

/** Their facts, and their bytes where a bureau's files lie. */
export function photosIn(store: FileStore, photos: readonly DemoPhoto[]) {
  return {
    photos: photos.map(({ sentDigest, picture }) => factsOf(sentDigest, picture)),
    async keepPhotos(bureauId: string) {
      const signal = AbortSignal.timeout(60_000);
      for (const { picture } of photos) {
        await store.put(bureauId, picture.digest, picture.bytes, signal);
        await store.put(bureauId, picture.thumbnail.digest, picture.thumbnail.bytes, signal);
      }
    },
  };
}

const factsOf = (sentDigest: string, { mediaType, digest, thumbnail, bytes, width: wide, height: high }: Picture) => ({
  ...{ sentDigest, mediaType, keptDigest: digest, thumbnailDigest: thumbnail.digest },
  ...{ bytes: bytes.length, width: wide, height: high },
});

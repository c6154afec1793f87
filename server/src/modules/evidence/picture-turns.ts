import { bureauTurns } from "#kernel/bureau-turns";
import { type Picture, pictureOf } from "./picture.ts";

const mostAtOnce = 2;
/** Each is held in memory. */
const mostWaiting = { all: 24, bureau: 8 };

const inTurn = bureauTurns(mostAtOnce, mostWaiting, "PHOTOS_BUSY");

/** Makes the picture when it is the bureau's turn; one that nobody waits for any more is not begun. */
export const pictureInTurn = (
  bureauId: string,
  file: Uint8Array,
  { signal }: { signal: AbortSignal },
): Promise<Picture> =>
  inTurn(bureauId, () => {
    signal.throwIfAborted();
    return pictureOf(file);
  });

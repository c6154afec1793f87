import { type EvidencePhotoFragment, RemoveEvidenceDocument } from "@maple-bridge/schema/documents";
import { useCommand } from "../../lib/use-command.ts";
import { may } from "../../lib/viewer.tsx";
import { useSending } from "./use-sending.ts";

export interface PhotographedItem {
  id: string;
  round: number;
  photosAtLeast: number;
  evidence: readonly EvidencePhotoFragment[];
}

/** The photos of an item's round, those that are there and those on their way, and what may be done with them. */
export function usePhotos(item: PhotographedItem, onAdded?: (digests: readonly string[]) => void) {
  const { sendings, isPreparing, problem, add, send, drop } = useSending(item.id, onAdded);
  const [remove, removing] = useCommand(RemoveEvidenceDocument);
  const onTheirWay = new Set(sendings.map(({ digest }) => digest));
  const photos = item.evidence.filter(({ round, sentDigest }) => round === item.round && !onTheirWay.has(sentDigest));
  const announced = new Map(item.evidence.map(({ sentDigest, id }) => [sentDigest, id]));

  async function giveUp(digest: string) {
    const id = announced.get(digest);
    if (id && (await remove({ id })).problem) return;
    drop(digest);
  }

  return {
    photos: photos.map((photo) => ({
      photo,
      onRemove: may(photo, "REMOVE_EVIDENCE") && !removing ? () => void remove({ id: photo.id }) : undefined,
    })),
    sendings: sendings.map((sending) => ({
      sending,
      onRetry: () => send(sending),
      onRemove: () => void giveUp(sending.digest),
    })),
    come: photos.filter(({ url }) => url).length,
    isPreparing,
    problem,
    add,
  };
}

import { CameraOutlined, PictureOutlined } from "@ant-design/icons";
import { type EvidencePhotoFragment, RemoveEvidenceDocument } from "@maple-bridge/schema/documents";
import { Button } from "antd";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../lib/use-command.ts";
import { may } from "../../lib/viewer.tsx";
import { ProblemNote } from "../problem-note.tsx";
import { ArrivedPhoto, SendingPhoto } from "./photo-tiles.tsx";
import "./photos.css";
import { useSending } from "./use-sending.ts";

interface PhotoInputProps {
  item: { id: string; round: number; photosAtLeast: number; evidence: readonly EvidencePhotoFragment[] };
  /** Told of the photos that were chosen, by their digests, as they are on their way. */
  onAdded?: (digests: readonly string[]) => void;
}

/** Takes or chooses photos of an item's round and sends them at once; those that are there may be taken back until the feedback is given. */
export function PhotoInput({ item, onAdded }: PhotoInputProps) {
  const { t } = useTranslation("photos");
  const { sendings, isPreparing, problem, add, send, drop } = useSending(item.id, onAdded);
  const [remove, removing] = useCommand(RemoveEvidenceDocument);
  const onTheirWay = new Set(sendings.map(({ digest }) => digest));
  const photos = item.evidence.filter(({ round, sentDigest }) => round === item.round && !onTheirWay.has(sentDigest));
  const announced = new Map(item.evidence.map(({ sentDigest, id }) => [sentDigest, id]));
  const come = photos.filter(({ url }) => url).length;

  async function giveUp(digest: string) {
    const id = announced.get(digest);
    if (id && (await remove({ id })).problem) return;
    drop(digest);
  }

  return (
    <div className="photos-input">
      <div className="photos-buttons">
        <Choice text={t("take")} icon={<CameraOutlined />} isCamera busy={isPreparing} onChosen={add} />
        <Choice text={t("choose")} icon={<PictureOutlined />} busy={isPreparing} onChosen={add} />
        <span className="note" role="status">
          {t(item.photosAtLeast > 0 ? "countOf" : "count", { count: come, least: item.photosAtLeast })}
          {sendings.length > 0 ? t("waiting", { count: sendings.length }) : null}
        </span>
      </div>
      {problem ? <ProblemNote problem={problem} /> : null}
      <ul className="photos-list">
        {photos.map((photo, index) => (
          <ArrivedPhoto
            key={photo.id}
            photo={photo}
            number={index + 1}
            onRemove={may(photo, "REMOVE_EVIDENCE") && !removing ? () => void remove({ id: photo.id }) : undefined}
          />
        ))}
        {sendings.map((sending) => (
          <SendingPhoto
            key={sending.digest}
            sending={sending}
            onRetry={() => send(sending)}
            onRemove={() => void giveUp(sending.digest)}
          />
        ))}
      </ul>
    </div>
  );
}

interface ChoiceProps {
  text: string;
  icon: React.ReactNode;
  isCamera?: boolean;
  busy: boolean;
  onChosen: (files: readonly File[]) => Promise<void>;
}

/** The browser's own chooser; with `capture` a phone opens its camera. */
function Choice({ text, icon, isCamera = false, busy, onChosen }: ChoiceProps) {
  const chooser = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button icon={icon} loading={busy} onClick={() => chooser.current?.click()}>
        {text}
      </Button>
      <input
        ref={chooser}
        type="file"
        accept="image/*"
        multiple={!isCamera}
        {...(isCamera && { capture: "environment" as const })}
        // A form shows what is merely hidden.
        style={{ display: "none" }}
        aria-label={text}
        onChange={({ target }) => {
          const files = [...(target.files ?? [])];
          target.value = "";
          if (files.length > 0) void onChosen(files);
        }}
      />
    </>
  );
}

import { CameraOutlined, PictureOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { ProblemNote } from "../problem-note.tsx";
import { FileChooser } from "./file-chooser.tsx";
import { ArrivedPhoto, SendingPhoto } from "./photo-tiles.tsx";
import "./photos.css";
import { type PhotographedItem, usePhotos } from "./use-photos.ts";

interface PhotoInputProps {
  item: PhotographedItem;
  /** Told of the photos that were chosen, by their digests, as they are on their way. */
  onAdded?: (digests: readonly string[]) => void;
}

/** Takes or chooses photos of an item's round and sends them at once; those that are there may be taken back until the feedback is given. */
export function PhotoInput({ item, onAdded }: PhotoInputProps) {
  const { t } = useTranslation("photos");
  const { photos, sendings, come, isPreparing, problem, add } = usePhotos(item, onAdded);
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
        {photos.map((each, index) => (
          <ArrivedPhoto key={each.photo.id} {...each} number={index + 1} />
        ))}
        {sendings.map((each) => (
          <SendingPhoto key={each.sending.digest} {...each} />
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

function Choice({ text, icon, isCamera = false, busy, onChosen }: ChoiceProps) {
  const chooser = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button icon={icon} loading={busy} onClick={() => chooser.current?.click()}>
        {text}
      </Button>
      <FileChooser ref={chooser} text={text} isCamera={isCamera} onChosen={onChosen} />
    </>
  );
}

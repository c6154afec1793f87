import { Button, ProgressBar } from "antd-mobile";
import { type ReactNode, useRef } from "react";
import { useTranslation } from "react-i18next";
import { wordsOf } from "../lib/problem.ts";
import { FileChooser } from "../ui/photos/file-chooser.tsx";
import { photoAddress } from "../ui/photos/photo-address.ts";
import { type PhotographedItem, usePhotos } from "../ui/photos/use-photos.ts";
import { ProblemSaid } from "./note.tsx";

interface PhotoFieldProps {
  item: PhotographedItem;
  /** Told of the photos that were chosen, by their digests, as they are on their way. */
  onAdded?: (digests: readonly string[]) => void;
}

/** Takes or chooses photos of an item's round; they are sent at once, and may be taken back until the feedback is given. */
export function PhotoField({ item, onAdded }: PhotoFieldProps) {
  const { t } = useTranslation("photos");
  const { photos, sendings, come, isPreparing, problem, add } = usePhotos(item, onAdded);
  return (
    <div>
      <div className="phone-line">
        <Chooser text={t("take")} isCamera busy={isPreparing} onChosen={add} />
        <Chooser text={t("choose")} busy={isPreparing} onChosen={add} />
        <span className="note" role="status">
          {t(item.photosAtLeast > 0 ? "countOf" : "count", { count: come, least: item.photosAtLeast })}
          {sendings.length > 0 ? t("waiting", { count: sendings.length }) : null}
        </span>
      </div>
      {problem ? <ProblemSaid problem={problem} /> : null}
      <ul className="plain">
        {photos.map(({ photo, onRemove }, index) => {
          const name = t("number", { number: index + 1 });
          return (
            <Tile key={photo.id} name={name} onRemove={onRemove} picture={photo.thumbnailUrl}>
              {photo.url ? name : t("notCome")}
            </Tile>
          );
        })}
        {sendings.map(({ sending: { digest, name, progress, problem: refused }, onRetry, onRemove }) => (
          <Tile
            key={digest}
            name={name}
            onRemove={refused ? onRemove : undefined}
            onRetry={refused ? onRetry : undefined}
          >
            {refused ? <span role="alert">{wordsOf(refused).title}</span> : <ProgressBar percent={progress * 100} />}
          </Tile>
        ))}
      </ul>
    </div>
  );
}

interface TileProps {
  name: string;
  picture?: string | null | undefined;
  onRemove?: (() => void) | undefined;
  onRetry?: (() => void) | undefined;
  children: ReactNode;
}

function Tile({ name, picture, onRemove, onRetry, children }: TileProps) {
  const { t } = useTranslation(["photos", "phone", "shell"]);
  return (
    <li className="phone-tile">
      {picture ? <img src={photoAddress(picture)} alt={name} width={56} height={56} loading="lazy" /> : null}
      <span className="phone-tile-words">{children}</span>
      {onRetry ? (
        <Button size="small" onClick={onRetry} aria-label={t("retry", { name })}>
          {t("shell:retry")}
        </Button>
      ) : null}
      {onRemove ? (
        <Button size="small" onClick={onRemove} aria-label={t("remove", { name })}>
          {t("phone:remove")}
        </Button>
      ) : null}
    </li>
  );
}

interface ChooserProps {
  text: string;
  isCamera?: boolean;
  busy: boolean;
  onChosen: (files: readonly File[]) => Promise<void>;
}

function Chooser({ text, isCamera = false, busy, onChosen }: ChooserProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button loading={busy} onClick={() => input.current?.click()}>
        {text}
      </Button>
      <FileChooser ref={input} text={text} isCamera={isCamera} onChosen={onChosen} />
    </>
  );
}

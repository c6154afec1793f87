import { DeleteOutlined, ReloadOutlined } from "@ant-design/icons";
import type { EvidencePhotoFragment } from "@maple-bridge/schema/documents";
import { Button, Progress } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { wordsOf } from "../../lib/problem.ts";
import { photoAddress } from "./photo-address.ts";
import type { Sending } from "./use-sending.ts";

interface ArrivedPhotoProps {
  photo: EvidencePhotoFragment;
  number: number;
  onRemove: (() => void) | undefined;
}

/** One that is there, or that was announced and has not come: another device may still send it. */
export function ArrivedPhoto({ photo, number, onRemove }: ArrivedPhotoProps) {
  const { t } = useTranslation("photos");
  const name = t("number", { number });
  return (
    <li className="photos-tile">
      {photo.thumbnailUrl ? (
        <img
          className="photos-picture"
          src={photoAddress(photo.thumbnailUrl)}
          alt={name}
          width={64}
          height={64}
          loading="lazy"
        />
      ) : (
        <span className="photos-picture photos-awaited" aria-hidden />
      )}
      <span className="photos-words">{photo.url ? name : t("notCome")}</span>
      {onRemove ? <Remove name={name} onRemove={onRemove} /> : null}
    </li>
  );
}

interface SendingPhotoProps {
  sending: Sending;
  onRetry: () => void;
  onRemove: () => void;
}

export function SendingPhoto({ sending: { name, progress, problem }, onRetry, onRemove }: SendingPhotoProps) {
  const { t } = useTranslation("photos");
  return (
    <li className="photos-tile">
      <span className="photos-picture photos-awaited" aria-hidden />
      <span className="photos-words">
        {name}
        {problem ? (
          <Told>{wordsOf(problem).title}</Told>
        ) : (
          <Progress percent={Math.round(progress * 100)} size="small" />
        )}
      </span>
      {problem ? <Button icon={<ReloadOutlined />} onClick={onRetry} aria-label={t("retry", { name })} /> : null}
      {problem ? <Remove name={name} onRemove={onRemove} /> : null}
    </li>
  );
}

const Told = ({ children }: { children: ReactNode }) => (
  <span className="photos-problem" role="alert">
    {children}
  </span>
);

function Remove({ name, onRemove }: { name: string; onRemove: () => void }) {
  const { t } = useTranslation("photos");
  return <Button icon={<DeleteOutlined />} onClick={onRemove} aria-label={t("remove", { name })} />;
}

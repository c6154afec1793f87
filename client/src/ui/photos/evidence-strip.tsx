import type { EvidencePhotoFragment } from "@maple-bridge/schema/documents";
import { Image } from "antd";
import { useTranslation } from "react-i18next";
import { photoAddress } from "./photo-address.ts";
import "./photos.css";

/** Photos in a row; a press opens one, and the others from there. */
export function EvidenceStrip({ photos }: { photos: readonly EvidencePhotoFragment[] }) {
  const { t } = useTranslation("photos");
  const come = photos.flatMap(({ url, thumbnailUrl, ...photo }) =>
    url && thumbnailUrl ? [{ ...photo, url, thumbnailUrl }] : [],
  );
  if (come.length === 0) return <span className="note">{t("none")}</span>;
  return (
    <Image.PreviewGroup>
      <ul className="photos-row">
        {come.map(({ id, url, thumbnailUrl, member, isSupplement }, index) => (
          <li key={id}>
            <Image
              className="photos-picture"
              width={88}
              height={88}
              loading="lazy"
              src={photoAddress(thumbnailUrl)}
              preview={{ src: photoAddress(url) }}
              alt={t(member ? "by" : "number", { number: index + 1, name: member?.name })}
            />
            {isSupplement ? <span className="photos-supplement">{t("supplement")}</span> : null}
          </li>
        ))}
      </ul>
    </Image.PreviewGroup>
  );
}

import type { EvidencePhotoFragment } from "@maple-bridge/schema/documents";
import { useTranslation } from "react-i18next";
import { photoAddress } from "../ui/photos/photo-address.ts";

/** Photos in a row, each of which opens whole. */
export function PhotoRow({ photos }: { photos: readonly EvidencePhotoFragment[] }) {
  const { t } = useTranslation("photos");
  return (
    <ul className="plain phone-photos">
      {photos.map(({ id, url, thumbnailUrl, member, isSupplement }, index) =>
        url && thumbnailUrl ? (
          <li key={id}>
            <a href={photoAddress(url)}>
              <img
                src={photoAddress(thumbnailUrl)}
                width={88}
                height={88}
                loading="lazy"
                alt={t(member ? "by" : "number", { number: index + 1, name: member?.name })}
              />
            </a>
            {isSupplement ? <div className="note">{t("supplement")}</div> : null}
          </li>
        ) : null,
      )}
    </ul>
  );
}

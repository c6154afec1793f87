import { useTranslation } from "react-i18next";
import { inChina, minuteText } from "../../lib/dates.ts";
import { useViewer } from "../../lib/viewer.tsx";
import type { WeekLists } from "./columns.ts";
import { pageStyle } from "../../ui/paper/page-style.ts";

type Review = NonNullable<WeekLists["review"]>;

interface PaperFootProps {
  lists: Pick<WeekLists, "member" | "station" | "weekName">;
  review:
    | Pick<
        Review,
        "revision" | "signer" | "signedAt" | "onBehalfOf" | "digest" | "memberSigned" | "badgeSigned" | "stationSigned"
      >
    | null
    | undefined;
}

/** On paper alone: whose lists they are, who signed them, when, and the digest by which they are known again; on each page, which of how many. */
export function PaperFoot({ lists: { member, station, weekName }, review }: PaperFootProps) {
  const { t } = useTranslation("review");
  const { displayName } = useViewer();
  const maker = { name: review?.memberSigned ?? member?.name, badge: review?.badgeSigned ?? member?.badge };
  const unit = review?.stationSigned ?? station.name;
  const mark = [unit, maker.name, weekName, review?.digest?.slice(0, 16)].filter(Boolean).join(" · ");
  return (
    <>
      <style>{pageStyle(mark, t("paper.page", { page: "\0", pages: "\0" }).split("\0"))}</style>
      <div className="review-paper">
        <span>{unit}</span>
        <span>{t("paper.maker", maker)}</span>
        <span>{t("paper.signer", { name: review?.signer ?? t("paper.nobody") })}</span>
        {review?.onBehalfOf ? <span>{t("signed.onBehalfOf", { name: review.onBehalfOf.name })}</span> : null}
        <span>{t("paper.date", { date: review?.signedAt ? minuteText(review.signedAt) : t("paper.nobody") })}</span>
        <span>{t("paper.printed", { name: displayName, at: minuteText(inChina().toISOString()) })}</span>
        {review?.digest ? (
          <span className="review-digest">
            {t("revision.number", { number: review.revision })} · {t("signed.digest", { digest: review.digest })}
          </span>
        ) : null}
      </div>
    </>
  );
}

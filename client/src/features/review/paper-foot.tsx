import { useTranslation } from "react-i18next";
import { minuteText } from "../../lib/dates.ts";
import type { WeekLists } from "./columns.ts";

interface PaperFootProps {
  member: WeekLists["member"];
  review:
    | { signer?: string | null; signedAt?: string | null; digest?: string | null; revision: number }
    | null
    | undefined;
}

/** On paper alone: whose lists they are, who signed them, when, and the digest by which they are known again. */
export function PaperFoot({ member, review }: PaperFootProps) {
  const { t } = useTranslation("review");
  return (
    <div className="review-paper">
      <span>{t("paper.maker", { name: member?.name, badge: member?.badge })}</span>
      <span>{t("paper.signer", { name: review?.signer ?? t("paper.nobody") })}</span>
      <span>{t("paper.date", { date: review?.signedAt ? minuteText(review.signedAt) : t("paper.nobody") })}</span>
      {review?.digest ? (
        <span className="review-digest">
          {t("revision.number", { number: review.revision })} · {t("signed.digest", { digest: review.digest })}
        </span>
      ) : null}
    </div>
  );
}

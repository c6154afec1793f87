import { SignWeekDocument } from "@maple-bridge/schema/documents";
import { Alert, Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { minuteText } from "../../lib/dates.ts";
import { lazily } from "../../lib/lazily.ts";
import { useShortcut } from "../../lib/shortcuts.ts";
import { useCommand } from "../../lib/use-command.ts";
import { may } from "../../lib/viewer.tsx";
import { Later } from "../../ui/later.tsx";
import { Light } from "../../ui/light.tsx";
import { useConfirmed } from "../../ui/use-confirmed.ts";
import type { WeekLists } from "./columns.ts";
import type { Deeds, WeekOf } from "./use-review-deeds.ts";
import { WeekDays } from "./week-days.tsx";
import { signableFrom } from "./weeks.ts";

const ReopenDialog = lazily(() => import("./reopen-dialog.tsx"), "ReopenDialog");

interface WeekBarProps {
  lists: WeekLists;
  /** Lines that may be accepted together, unread. */
  clean: number;
  of: WeekOf;
  deeds: Deeds;
  isBeneath: boolean;
}

/** How the week stands, what may be done with it as a whole, and why not. */
export function WeekBar({ lists, clean, of, deeds, isBeneath }: WeekBarProps) {
  const { t } = useTranslation("review");
  const { review, lines } = lists;
  const mayReview = may(lists, "ACCEPT_ALL_CLEAN");
  const waiting = lines.filter(({ needsAWord }) => needsAWord).length;
  return (
    <div className="review-bar">
      <WeekDays station={lists.station.name} week={lists.week} />
      {lists.daysAway > 0 ? (
        <span className="review-live">
          <Light tone="quiet">{t("week.away", { count: lists.daysAway })}</Light>
        </span>
      ) : null}
      <Standing lists={lists} />
      {mayReview ? (
        <>
          <span className={waiting > 0 ? "review-waiting" : "note"}>{t("week.waiting", { count: waiting })}</span>
          <Button disabled={clean === 0} onClick={() => void deeds.acceptAllClean()}>
            {t("acceptClean.open", { count: clean })}
          </Button>
          <Button onClick={() => deeds.beginComment("WEEK")}>{t("comment.ofWeek")}</Button>
        </>
      ) : null}
      {may(lists, "SIGN_WEEK") ? <SignButton lists={lists} of={of} isBeneath={isBeneath} /> : null}
      {review && may(lists, "REOPEN_WEEK") ? <ReopenButton reviewId={review.id} /> : null}
      {mayReview ? (
        <span className="keys">
          <kbd>j</kbd> <kbd>k</kbd> {t("keys.walk")} · <kbd>a</kbd> {t("accept")} · <kbd>r</kbd> {t("return.open")} ·{" "}
          <kbd>c</kbd> {t("comment.open")} · <kbd>s</kbd> {t("sign.open")} · <kbd>n</kbd> {t("week.next")}
        </span>
      ) : null}
    </div>
  );
}

/** Who signed it, when, and who may reopen it; or why it cannot be signed. */
function Standing({ lists }: { lists: WeekLists }) {
  const { t } = useTranslation("review");
  const { review, week } = lists;
  if (review?.signedAt)
    return (
      <Alert
        type="success"
        showIcon
        title={t("signed.by", { signer: review.signer, at: minuteText(review.signedAt), revision: review.revision })}
        description={
          <>
            {review.onBehalfOf ? <div>{t("signed.onBehalfOf", { name: review.onBehalfOf.name })}</div> : null}
            <div>{t("signed.frozen")}</div>
            <div className="review-digest">{t("signed.digest", { digest: review.digest })}</div>
          </>
        }
      />
    );
  const reopened = review?.reopenedReason ? t("reopen.was", { reason: review.reopenedReason }) : undefined;
  const { signHindrance } = lists;
  const why = signHindrance ? t(`sign.hindrance.${signHindrance}`, { day: signableFrom(week) }) : undefined;
  return reopened || why ? <Alert type="info" showIcon title={[reopened, why].filter(Boolean).join(" ")} /> : null;
}

function SignButton({ lists, of, isBeneath }: Omit<WeekBarProps, "deeds" | "clean">) {
  const { t } = useTranslation("review");
  const confirmed = useConfirmed();
  const [signWeek, signing] = useCommand(SignWeekDocument);
  const [isAsking, setAsking] = useState(false);
  async function sign() {
    setAsking(true);
    const title = t("sign.title", { name: lists.member?.name, week: lists.weekName });
    await confirmed({ title, content: t("sign.note"), okText: t("sign.open") }, () => signWeek({ ...of }));
    setAsking(false);
  }
  useShortcut("s", "sign", () => void sign(), !isBeneath && !isAsking && !signing);
  return (
    <Button type="primary" loading={signing} onClick={() => void sign()}>
      {t("sign.open")} <kbd>s</kbd>
    </Button>
  );
}

function ReopenButton({ reviewId }: { reviewId: string }) {
  const { t } = useTranslation("review");
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t("reopen.open")}</Button>
      <Later when={isOpen}>
        <ReopenDialog reviewId={reviewId} open={isOpen} onClose={() => setOpen(false)} />
      </Later>
    </>
  );
}

import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { lazily } from "../../lib/lazily.ts";
import { may } from "../../lib/viewer.tsx";
import { Later } from "../../ui/later.tsx";
import { columnsOf, namedBy, nextOf, type WeekLists } from "./columns.ts";
import { ListColumns } from "./list-columns.tsx";
import { type Count, linesOf } from "./matrix.ts";
import { PaperFoot } from "./paper-foot.tsx";
import { Revisions } from "./revisions.tsx";
import { useLineWalk } from "./use-line-walk.ts";
import { useReviewDeeds } from "./use-review-deeds.ts";
import { useUnread } from "./use-unread.ts";
import { WeekBar } from "./week-bar.tsx";
import { WeekFigures } from "./week-figures.tsx";

const ReturnLineDialog = lazily(() => import("./return-line-dialog.tsx"), "ReturnLineDialog");
const CommentDialog = lazily(() => import("./comment-dialog.tsx"), "CommentDialog");

interface WeekReviewProps {
  lists: WeekLists;
  onOpen: (itemId: string) => void;
  /** Something lies over the page. */
  isBeneath: boolean;
  /** The lines that a figure counts, and no others. */
  only: Count | undefined;
}

/** The week as it stands, or as it was signed last. */
export function WeekReview({ lists, onOpen, isBeneath, only }: WeekReviewProps) {
  const { t } = useTranslation("review");
  const body = useRef<HTMLDivElement>(null);
  const { member, station, week, review, scheme } = lists;
  const mayReview = may(lists, "ACCEPT_LINES");
  const { isUnread, isFirstLook } = useUnread(lists, mayReview);
  const asked = only && linesOf(lists.lines, only);
  const named = namedBy(scheme, review);
  const columns = columnsOf(lists.lines, named, (line) => mayReview && isUnread(line), asked);
  const whole = columnsOf(lists.lines, named, () => false).flatMap((column) => column.lines);
  const clean = whole.filter(({ isClean }) => isClean).length;
  const lines = columns.flatMap((column) => column.lines);
  const walk = useLineWalk(body, lines, !isBeneath);
  const of = { memberId: member?.id ?? "", unitId: station.id, week };
  const { deeds, returning, commenting, closeReturn, closeComment } = useReviewDeeds({
    of,
    clean,
    here: walk.here,
    onNext: ({ key }) => walk.goTo(nextOf(lines, key)),
    enabled: mayReview && !isBeneath,
  });
  return (
    <div ref={body}>
      <WeekBar
        lists={lists}
        clean={clean}
        of={of}
        deeds={deeds}
        isBeneath={isBeneath || Boolean(returning ?? commenting)}
      />
      <WeekFigures lines={lists.lines} week={{ member: member?.id, unit: station.id, week }} only={only} />
      {(review?.comments ?? [])
        .filter(({ lineKey }) => lineKey === null)
        .map(({ id, text, speaker }) => (
          <p key={id} className="review-said">
            {text} <span className="note">{speaker}</span>
          </p>
        ))}
      <ListColumns
        columns={columns}
        comments={review?.comments ?? []}
        unreadOf={(line) => (mayReview && isUnread(line) ? t(isFirstLook ? "line.unread" : "line.changed") : undefined)}
        walk={walk}
        deeds={mayReview ? deeds : undefined}
        onOpen={onOpen}
      />
      <Revisions lists={lists} />
      <PaperFoot lists={lists} review={review} />
      <Later when={returning !== undefined}>
        <ReturnLineDialog
          of={of}
          line={returning}
          onClose={closeReturn}
          onDone={({ key }) => walk.goTo(nextOf(lines, key))}
        />
      </Later>
      <Later when={commenting !== undefined}>
        <CommentDialog of={of} about={commenting} onClose={closeComment} />
      </Later>
    </div>
  );
}

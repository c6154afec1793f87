import { Button } from "antd";
import type { CSSProperties, HTMLAttributes } from "react";
import { useTranslation } from "react-i18next";
import { minuteText } from "../../lib/dates.ts";
import { WholeDays } from "../../ui/whole-days.tsx";
import type { Line, WeekLists } from "./columns.ts";
import type { Deeds } from "./use-review-deeds.ts";
import { LineEvidence } from "./line-evidence.tsx";
import { LineLights } from "./line-lights.tsx";

type Comment = NonNullable<WeekLists["review"]>["comments"][number];

interface LineCardProps {
  line: Line;
  /** In its list, on paper. */
  place: number;
  comments: readonly Comment[];
  unread: string | undefined;
  isHere: boolean;
  deeds: Deeds | undefined;
  walked: HTMLAttributes<HTMLElement> | undefined;
  onOpen: (itemId: string) => void;
}

/** One line of a list; what was handed in stands beside what waits, and beside the line that one stands on. */
export function LineCard({ line, place, comments, unread, isHere, deeds, walked, onOpen }: LineCardProps) {
  const { t } = useTranslation(["review", "words"]);
  const { item, dutyLine } = line;
  const told = [
    line.number,
    line.gridName,
    line.duty ? t(`words:duty.${line.duty}`) : undefined,
    line.serves ? t(`words:sixRole.${line.serves}`) : undefined,
    line.dueOn ? t("line.due", { day: line.dueOn }) : undefined,
    line.closedOn ? t("line.closed", { day: line.closedOn }) : undefined,
    line.photos > 0 ? t("line.photos", { count: line.photos }) : undefined,
  ].filter(Boolean);
  return (
    <li
      className={isHere ? "review-line review-here" : "review-line"}
      style={{ "--place": place } as CSSProperties}
      data-line={line.key}
      {...walked}
    >
      <LineLights line={line} unread={unread} />
      {item ? (
        <button type="button" className="review-title" onClick={() => onOpen(item.id)}>
          {line.title}
        </button>
      ) : (
        <span className="review-title">{line.title}</span>
      )}
      {told.length > 0 ? (
        <span className="note">
          <WholeDays text={told.join(" · ")} />
        </span>
      ) : null}
      {isHere && dutyLine?.text ? <span className="note review-live">{dutyLine.text}</span> : null}
      {item && (isHere || line.isWaiting) && line.source !== "DUTIES" ? <LineEvidence item={item} /> : null}
      {line.decisionReason ? (
        <span className="review-said">
          {t("line.reason", { reason: line.decisionReason, decider: line.decider })}
          {line.returnedItem?.dueOn ? (
            <span className="review-live"> {t("line.again", { day: line.returnedItem.dueOn })}</span>
          ) : null}
        </span>
      ) : null}
      {comments.map(({ id, text, speaker, saidAt }) => (
        <span key={id} className="review-said">
          {text}
          <span className="note">
            {" "}
            {speaker} {minuteText(saidAt)}
          </span>
        </span>
      ))}
      {isHere && deeds ? (
        <div className="review-acts">
          <Button size="small" type="primary" loading={deeds.running} onClick={() => void deeds.accept(line)}>
            {t("accept")} <kbd>a</kbd>
          </Button>
          <Button size="small" onClick={() => deeds.beginReturn(line)}>
            {t("return.open")} <kbd>r</kbd>
          </Button>
          <Button size="small" onClick={() => deeds.beginComment(line)}>
            {t("comment.open")} <kbd>c</kbd>
          </Button>
        </div>
      ) : null}
    </li>
  );
}

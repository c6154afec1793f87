import { MyWeekDocument, type MyWeekQuery } from "@maple-bridge/schema/documents";
import { Button } from "antd-mobile";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { columnsOf } from "../features/review/columns.ts";
import { LineLights } from "../features/review/line-lights.tsx";
import { lastDayOf, thisWeek, weekAfter } from "../features/review/weeks.ts";
import { useRead } from "../lib/use-read.ts";
import { useViewer } from "../lib/viewer.tsx";
import { DateText } from "../ui/date-text.tsx";
import { EmptyNote } from "../ui/empty-note.tsx";
import { Light } from "../ui/light.tsx";
import { Section } from "../ui/section.tsx";
import { WholeDays } from "../ui/whole-days.tsx";
import { AwaitAnswer } from "./await-answer.tsx";
import { NoMember } from "./no-member.tsx";
import { PageHead } from "./page-head.tsx";

type Lists = NonNullable<MyWeekQuery["threeLists"]>;
type Line = Lists["lines"][number];

const never = () => false;

/** One's own week in the three lists, as the station calls them: to be read; what was returned is marked, and says why. */
export function WeekPage() {
  const { t } = useTranslation(["phone", "review"]);
  const { memberId } = useViewer();
  const [week, setWeek] = useState(thisWeek);
  const { isAnswer, ...read } = useRead(MyWeekDocument, { memberId: memberId ?? "", week }, !memberId);
  return (
    <>
      <PageHead title={t("week.title")} />
      <div className="phone-page">
        <div className="phone-line phone-weeks">
          <Button size="small" onClick={() => setWeek(weekAfter(week, -1))}>
            {t("review:week.before")}
          </Button>
          <span aria-live="polite">
            <WholeDays text={t("review:days", { first: week, last: lastDayOf(week) })} />
          </span>
          <Button size="small" disabled={week >= thisWeek()} onClick={() => setWeek(weekAfter(week, 1))}>
            {t("review:week.after")}
          </Button>
        </div>
        {memberId ? (
          <AwaitAnswer read={{ ...read, data: isAnswer ? read.data : undefined }}>
            {({ threeLists }) => (threeLists ? <ThreeLists of={threeLists} /> : <EmptyNote title={t("week.none")} />)}
          </AwaitAnswer>
        ) : (
          <NoMember />
        )}
      </div>
    </>
  );
}

function ThreeLists({ of: { lines, scheme, review } }: { of: Lists }) {
  const { t } = useTranslation(["phone", "review"]);
  return (
    <>
      {review?.signedAt ? (
        <p className="phone-line">
          <Light tone="good">{t("review:matrix.signed")}</Light> <DateText value={review.signedAt} minutes />
        </p>
      ) : null}
      {columnsOf(lines, scheme?.lists, never).map(({ source, title, lines: own }) => (
        <Section key={source} title={`${title ?? t(`review:source.${source}`)} ${own.length}`}>
          {own.length === 0 ? <p className="note">{t("review:week.nothing")}</p> : null}
          <ul className="plain phone-cards">
            {own.map((line) => (
              <WeekLine key={line.key} line={line} />
            ))}
          </ul>
        </Section>
      ))}
    </>
  );
}

function WeekLine({ line }: { line: Line }) {
  const { t } = useTranslation("review");
  const { title, number, gridName, dueOn, closedOn, decision, decisionReason, item } = line;
  const facts = [
    gridName,
    number,
    closedOn ? t("line.closed", { day: closedOn }) : dueOn ? t("line.due", { day: dueOn }) : undefined,
  ];
  return (
    <li className={decision === "RETURNED" || line.isReturned ? "phone-card phone-returned" : "phone-card"}>
      <div className="phone-lights">
        <LineLights line={line} />
      </div>
      {item ? (
        <Link className="phone-title" href={`/work/${item.id}`} state={{ inside: true }}>
          {title}
        </Link>
      ) : (
        <span>{title}</span>
      )}
      {facts.some(Boolean) ? (
        <span className="note">
          <WholeDays text={facts.filter(Boolean).join(" · ")} />
        </span>
      ) : null}
      {decisionReason ? <p className="phone-text">{decisionReason}</p> : null}
    </li>
  );
}

import type { WorkDetailsQuery } from "@maple-bridge/schema/documents";
import { useTranslation } from "react-i18next";
import { dueText, minuteText } from "../../lib/dates.ts";
import { DateText } from "../date-text.tsx";
import { PersonName } from "../person-name.tsx";
import { Section } from "../section.tsx";
import { WorkAddress } from "./work-address.tsx";
import { WorkFeedback } from "./work-feedback.tsx";

type Event = NonNullable<WorkDetailsQuery["workItem"]>["events"][number];

/** Every step of an item, the latest first: what, who and for whom, when it was recorded and when it truly was, why, and what it moved. */
export function WorkStory({ events }: { events: readonly Event[] }) {
  const { t } = useTranslation("work");
  return (
    <Section title={t("story")}>
      <ol className="work-story">
        {events.toReversed().map((event) => (
          <EventLine key={event.id} event={event} />
        ))}
      </ol>
    </Section>
  );
}

/** As the audit log calls it: followUp of FOLLOW_UP. */
const wordOf = (action: string) => action.toLowerCase().replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

/** After these the item stands at another address. */
const readdressing = new Set(["ISSUE", "CLAIM", "READDRESS", "ESCALATE", "HAND_OVER", "MOVE_STATION"]);

function EventLine({ event }: { event: Event }) {
  const { t } = useTranslation(["work", "history"]);
  const { actorName, at, happenedAt, onBehalfOf, reason, clock, dueBefore, dueAfter, feedback, round, handedOver } =
    event;
  return (
    <li>
      <div className="work-step">
        <strong>{t(`history:action.work.${wordOf(event.action)}` as "history:action.work.issue")}</strong>
        {round > 1 ? <span className="note">{t("round", { round })}</span> : null}
        <span className="note">
          {event.cause === "JOB" ? t("bySystem") : (event.actor?.name ?? actorName)} · <DateText value={at} minutes />
        </span>
      </div>
      {onBehalfOf ? (
        <div>
          {event.cause === "JOB" && event.answeredBy ? (
            <>
              {t("answers")} <PersonName {...event.answeredBy} />{" "}
            </>
          ) : null}
          {t("onBehalfOf")} <PersonName {...onBehalfOf} />
        </div>
      ) : null}
      {handedOver?.handover.giver && handedOver.handover.taker ? (
        <div>
          {t("handover.one")} <PersonName {...handedOver.handover.giver} /> →{" "}
          <PersonName {...handedOver.handover.taker} />
        </div>
      ) : null}
      {happenedAt ? <div className="note">{t("happenedAt", { at: minuteText(happenedAt) })}</div> : null}
      {readdressing.has(event.action) ? (
        <div>
          {t("to")} <WorkAddress address={event} />
        </div>
      ) : null}
      {reason ? <div className="work-text">{reason}</div> : null}
      {clock && dueAfter && dueAfter !== dueBefore ? (
        <div>
          {t(dueBefore ? "dueMoved" : "dueSet", {
            clock: t(`clock.${clock}`),
            before: dueBefore ? dueText(dueBefore) : undefined,
            after: dueText(dueAfter),
          })}
        </div>
      ) : null}
      {feedback ? <WorkFeedback feedback={feedback} /> : null}
    </li>
  );
}

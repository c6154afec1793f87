import { ExplainDeadlineDocument, type ExplainDeadlineQuery } from "@maple-bridge/schema/documents";
import { useTranslation } from "react-i18next";
import { dueText, minuteText } from "../../lib/dates.ts";
import { useRead } from "../../lib/use-read.ts";
import { AwaitData } from "../await-data.tsx";
import { useTimeWords } from "./time-words.ts";

type Explained = NonNullable<ExplainDeadlineQuery["explainDeadline"]>;
type Clock = Explained["clocks"][number];
type Request = Explained["requests"][number];

/** 时限说明: by which rule and calendar each due time came about, and what was added to it. */
export function DeadlineNote({ itemId }: { itemId: string }) {
  const { t } = useTranslation("work");
  return (
    <div className="work-explained">
      <AwaitData read={useRead(ExplainDeadlineDocument, { id: itemId })} rows={3}>
        {({ explainDeadline }) =>
          explainDeadline && explainDeadline.clocks.length > 0 ? (
            <Explanation explained={explainDeadline} />
          ) : (
            <p className="note">{t("explain.none")}</p>
          )
        }
      </AwaitData>
    </div>
  );
}

function Explanation({ explained: { clocks, pauses, requests } }: { explained: Explained }) {
  const { t } = useTranslation("work");
  return (
    <ul className="plain">
      {clocks.map((clock) => (
        <li key={clock.id}>
          <strong>
            {t(`clock.${clock.clock}`)} {dueText(clock.dueAt)}
          </strong>
          <ClockLines clock={clock} />
          {requests
            .filter(({ clockId }) => clockId === clock.id)
            .map((more) => (
              <ExtensionLine key={more.id} more={more} />
            ))}
        </li>
      ))}
      {requests
        .filter(({ kind }) => kind === "SUSPENSION")
        .map((request) => (
          <SuspensionLine key={request.id} request={request} />
        ))}
      {pauses.map((pause) => (
        <li key={pause.id}>
          {t(pause.endsAt ? "explain.paused" : "explain.pausedSince", {
            from: minuteText(pause.startsAt),
            to: pause.endsAt ? minuteText(pause.endsAt) : undefined,
          })}
          {pause.reason ? <Reason text={pause.reason} /> : null}
        </li>
      ))}
    </ul>
  );
}

function ClockLines({ clock }: { clock: Clock }) {
  const { t } = useTranslation(["work", "shell"]);
  const timeWords = useTimeWords();
  const parts = [
    t("explain.from", { at: minuteText(clock.startedAt), budget: timeWords(clock.budget, clock.unit) }),
    clock.rule ? t("explain.rule", { revision: clock.rule.revision }) : t("explain.byHand"),
    clock.calendar && clock.unit !== "MINUTES" ? t("explain.calendar", { number: clock.calendar.number }) : undefined,
    clock.extendedBy > 0 ? t("explain.extended", { count: clock.extendedBy }) : undefined,
    endOf(clock),
  ];
  return (
    <>
      <div>{parts.filter(Boolean).join(t("shell:mark.clause"))}</div>
      {clock.unannouncedYears.length > 0 ? (
        <div className="note">
          {t("explain.unannounced", { years: clock.unannouncedYears.join(t("shell:mark.list")) })}
        </div>
      ) : null}
    </>
  );

  function endOf({ satisfiedAt, breachedAt, voidAt }: Clock) {
    if (satisfiedAt) return t("explain.met", { at: minuteText(satisfiedAt) });
    if (voidAt) return t("explain.void", { at: minuteText(voidAt) });
    return breachedAt ? t("explain.breached", { at: minuteText(breachedAt) }) : t("explain.running");
  }
}

function ExtensionLine({ more }: { more: Request }) {
  const { t } = useTranslation("work");
  const words = () => {
    const count = more.asked ?? 0;
    if (typeof more.isGranted !== "boolean") return t("explain.asked", { count });
    return more.isGranted ? t("explain.granted", { count, granted: more.granted }) : t("explain.refused", { count });
  };
  return (
    <div>
      {words()}
      <Reason text={more.reason} />
      {more.opinion ? <Reason text={more.opinion} /> : null}
    </div>
  );
}

function SuspensionLine({ request: { askedAt, isGranted, grantedFrom, reason, opinion } }: { request: Request }) {
  const { t } = useTranslation("work");
  const at = minuteText(askedAt);
  const words = () => {
    if (typeof isGranted !== "boolean") return t("suspension.asked", { at });
    return grantedFrom
      ? t("suspension.granted", { at, from: minuteText(grantedFrom) })
      : t("suspension.refused", { at });
  };
  return (
    <li>
      {words()}
      <Reason text={reason} />
      {opinion ? <Reason text={opinion} /> : null}
    </li>
  );
}

const Reason = ({ text }: { text: string }) => <span className="note"> {text}</span>;

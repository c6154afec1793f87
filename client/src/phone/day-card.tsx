import type { DayItemFragment } from "@maple-bridge/schema/documents";
import { Button } from "antd-mobile";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { dayText } from "../lib/dates.ts";
import { Light } from "../ui/light.tsx";
import { deedsOf } from "../ui/work/deeds.ts";
import type { PlainDeed } from "../ui/work/use-step.ts";
import { WorkLight } from "../ui/work/work-light.tsx";
import { WorkMarks } from "../ui/work/work-marks.tsx";
import { useWorkWords } from "../ui/work/work-words.ts";
import { isAtOnce, isNext, placeOf } from "./steps.ts";
import { useGoing } from "./use-going.ts";
import { useTake } from "./use-take.ts";

interface DayCardProps {
  item: DayItemFragment;
  /** The name of who holds it, where one stands in. */
  stoodInFor: string | undefined;
}

/** An item by what it is and how it stands, with the one step that is next. */
export function DayCard({ item, stoodInFor }: DayCardProps) {
  const { t } = useTranslation(["phone", "work", "words"]);
  const { kindOf, stateOf } = useWorkWords();
  const next = deedsOf(item).find((deed) => isNext(deed) && (isAtOnce(deed) || placeOf(deed, item.id)));
  const isMissed = item.state === "MISSED";
  const place = next && placeOf(next, item.id);
  return (
    <li className="phone-card">
      <div className="phone-line">
        {isMissed ? <Light tone="bad">{stateOf(item)}</Light> : <WorkLight item={item} />}
        {isMissed ? null : <WorkMarks item={item} />}
        {stoodInFor ? <Light tone="accent">{t("today.for", { name: stoodInFor })}</Light> : null}
        <span className="note">{isMissed ? kindOf(item) : `${kindOf(item)} · ${stateOf(item)}`}</span>
      </div>
      <Link className="phone-title" href={`/work/${item.id}`} state={{ inside: true }}>
        {item.title}
      </Link>
      {item.grid && item.duty ? (
        <span className="note">
          {item.grid.name} · {t(`words:duty.${item.duty}`)}
        </span>
      ) : null}
      {item.fillableUntil ? (
        <span className="note">{t("today.fillable", { day: lastDay(item.fillableUntil) })}</span>
      ) : null}
      {next && isAtOnce(next) ? <AtOnce item={item} deed={next} /> : null}
      {next && place ? <ToStep place={place} word={t(`work:deed.${next.word}`)} /> : null}
    </li>
  );
}

/** It ends as the day after begins. */
const lastDay = (until: string) => dayText(new Date(Date.parse(until) - 1).toISOString());

function ToStep({ place, word }: { place: string; word: string }) {
  const { to } = useGoing();
  return (
    <Button block color="primary" size="large" onClick={() => to(place)}>
      {word}
    </Button>
  );
}

function AtOnce({ item, deed }: { item: DayItemFragment; deed: PlainDeed }) {
  const { t } = useTranslation("work");
  const [take, running] = useTake(deed, item);
  return (
    <Button block color="primary" size="large" loading={running} onClick={take}>
      {t(`deed.${deed.word}`)}
    </Button>
  );
}

import type { DayItemFragment, MyDayQuery } from "@maple-bridge/schema/documents";
import { Button } from "antd-mobile";
import { useTranslation } from "react-i18next";
import { EmptyNote } from "../ui/empty-note.tsx";
import { PersonName } from "../ui/person-name.tsx";
import { Section } from "../ui/section.tsx";
import { DayCard } from "./day-card.tsx";
import { Note } from "./note.tsx";

export type Day = NonNullable<MyDayQuery["myDay"]>;

/** In the order in which they want to be looked at: what is new has the shortest time, and a touch accepts it. */
const lists = ["toReceive", "overdue", "due", "missed", "atHand", "sent"] as const;

/** Each item in one list; what the lists leave out is counted. */
export function DayLists({ day, onMore }: { day: Day; onMore: (() => void) | undefined }) {
  const { t } = useTranslation("phone");
  const shown = lists.filter((list) => day[list].totalCount > 0);
  return (
    <>
      {day.standsInFor.length > 0 ? (
        <Note tone="accent">
          {t("today.standsIn")}
          {day.standsInFor.map((person) => (
            <PersonName key={person.id} name={person.name} badge={person.badge} />
          ))}
        </Note>
      ) : null}
      {shown.every((list) => list === "sent") ? <EmptyNote title={t("today.nothing")} /> : null}
      {shown.map((list) => {
        const { nodes, totalCount } = day[list];
        return (
          <Section key={list} title={t(`today.list.${list}`, { count: totalCount })}>
            <ul className="plain phone-cards">
              {nodes.map((item) => (
                <DayCard key={item.id} item={item} stoodInFor={stoodInFor(day, item)} />
              ))}
            </ul>
            {totalCount > nodes.length ? <More count={totalCount - nodes.length} onMore={onMore} /> : null}
          </Section>
        );
      })}
    </>
  );
}

function More({ count, onMore }: { count: number; onMore: (() => void) | undefined }) {
  const { t } = useTranslation("phone");
  if (!onMore) return <p className="note">{t("today.beyond", { count })}</p>;
  return (
    <Button block onClick={onMore}>
      {t("today.more", { count })}
    </Button>
  );
}

/** Whose it is, where it is only stood in for: the holder's of a seat, or who it is addressed to. */
function stoodInFor({ seats, standsInFor }: Day, { grid, duty, member }: DayItemFragment): string | undefined {
  if (!duty) return standsInFor.find(({ id }) => id === member?.id)?.name;
  const seat = seats.find((each) => each.grid?.id === grid?.id && each.duty === duty);
  return seat?.isStoodIn ? seat.holder?.name : undefined;
}

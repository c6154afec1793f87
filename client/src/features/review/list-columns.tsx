import { useTranslation } from "react-i18next";
import type { Line, ListColumn, WeekLists } from "./columns.ts";
import { LineCard } from "./line-card.tsx";
import type { useLineWalk } from "./use-line-walk.ts";
import type { Deeds } from "./use-review-deeds.ts";

interface ListColumnsProps {
  columns: readonly ListColumn[];
  comments: NonNullable<WeekLists["review"]>["comments"];
  unreadOf: (line: Line) => string | undefined;
  /** Nothing is walked in what is only read. */
  walk?: Pick<ReturnType<typeof useLineWalk>, "here" | "walked">;
  deeds?: Deeds | undefined;
  onOpen: (itemId: string) => void;
}

/** The three lists side by side, or one below the other where there is no room. */
export function ListColumns({ columns, comments, unreadOf, walk, deeds, onOpen }: ListColumnsProps) {
  const { t } = useTranslation("review");
  return (
    <div className="review-columns">
      {columns.map(({ source, title, lines, placeOf }) => (
        <section key={source} aria-label={title ?? t(`source.${source}`)}>
          <h2>
            {title ?? t(`source.${source}`)} <span className="note">{lines.length}</span>
          </h2>
          {lines.length === 0 ? <p className="note">{t("week.nothing")}</p> : null}
          <ul className="plain">
            {lines.map((line) => (
              <LineCard
                key={line.key}
                line={line}
                place={placeOf(line)}
                comments={comments.filter(({ lineKey }) => lineKey === line.key)}
                unread={unreadOf(line)}
                isHere={walk?.here?.key === line.key}
                deeds={deeds}
                walked={walk?.walked(line, () => line.item && onOpen(line.item.id))}
                onOpen={onOpen}
              />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

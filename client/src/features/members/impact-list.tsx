import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { dayText } from "../../lib/dates.ts";
import { Light } from "../../ui/light.tsx";
import type { LostPost } from "./use-impact.ts";

interface ImpactListProps {
  posts: readonly LostPost[];
  /** From when: the day, or when the post begins where that is later. */
  from: string;
  /** What becomes of the seat. */
  renderState: (post: LostPost) => ReactNode;
  /** What can be done about it here. */
  children?: (post: LostPost) => ReactNode;
}

/** The seats that somebody leaves, each with when, what becomes of it and what work is open there. */
export function ImpactList({ posts, from, renderState, children }: ImpactListProps) {
  const { t } = useTranslation(["members", "words"]);
  return (
    <ul className="plain member-impact">
      {posts.map((lost) => {
        const { post, openWork } = lost;
        const begins = dayText(post.startsAt);
        return (
          <li key={post.id}>
            <span>
              {post.grid.name} · {t(`words:duty.${post.duty}`)}
            </span>
            <span className="member-impact-state">
              <span className="note">{t("impact.from", { day: begins > from ? begins : from })}</span>
              {renderState(lost)}
              {openWork ? <Light tone="soon">{t("impact.work", { count: openWork })}</Light> : null}
            </span>
            {children?.(lost)}
          </li>
        );
      })}
    </ul>
  );
}

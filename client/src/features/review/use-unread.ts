import { LookAtWeekDocument } from "@maple-bridge/schema/documents";
import { useEffect, useEffectEvent, useState } from "react";
import { useCommand } from "../../lib/use-command.ts";
import type { Line, WeekLists } from "./columns.ts";

/** What was unread when the page was opened stays marked while it is open; the look itself is told to the server once. */
export function useUnread(week: WeekLists, isReviewing: boolean) {
  const [found, setFound] = useState(() => keysOf(week));
  const [lookedAt] = useState(week.lookedAt);
  const [look] = useCommand(LookAtWeekDocument);
  const fresh = keysOf(week).filter((key) => !found.includes(key));
  if (fresh.length > 0) setFound([...found, ...fresh]);
  const tell = useEffectEvent(() => {
    if (isReviewing && week.member && found.length > 0)
      void look({ memberId: week.member.id, unitId: week.station.id, week: week.week });
  });
  useEffect(() => tell(), []);
  return { isUnread: ({ key }: Line) => found.includes(key), isFirstLook: !lookedAt };
}

const keysOf = ({ lines }: WeekLists) => lines.flatMap(({ key, isUnread }) => (isUnread ? [key] : []));

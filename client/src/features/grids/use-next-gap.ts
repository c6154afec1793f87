import { type Duty, GridGapsDocument } from "@maple-bridge/schema/documents";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { useShortcut } from "../../lib/shortcuts.ts";
import { useRead } from "../../lib/use-read.ts";
import { may } from "../../lib/viewer.tsx";
import { vacantDuties } from "./grid-line.ts";
import { type GridsSearch, variablesOf } from "./grids-search.ts";

interface Place {
  id: string;
  duty: Duty;
}

export interface NextGap {
  /** Grids of the page's filter that have one. */
  grids: number;
  /** Goes to fill it; the one after the grid that is open. Nothing where none is left. */
  open: (() => void) | undefined;
}

/**
 * The gaps of what the page shows where one may assign, in its order: `n` opens the one that follows, once it is known
 * that nobody has filled it, oneself included.
 */
export function useNextGap(search: GridsSearch, patch: (changes: Partial<GridsSearch>) => void): NextGap {
  const { gap, open: openId, assign } = search;
  const { filter, orderBy, direction, at } = variablesOf(search);
  const { data, refreshing } = useRead(GridGapsDocument, {
    ...{ orderBy, direction, at },
    filter: { ...filter, open: true, hasVacancy: true },
  });
  const isAsked = (duty: Duty) => !gap || gap === "ANY" || gap === duty;
  const mine = (data?.grids.nodes ?? []).filter((grid) => may(grid, "ASSIGN_MEMBERS"));
  const places = mine.flatMap((grid) =>
    vacantDuties(grid)
      .filter(isAsked)
      .map((duty) => ({ id: grid.id, duty })),
  );
  const next = following(places, openId, assign);
  const [calls, setCalls] = useState(0);
  const answered = useRef(0);
  const goOn = useEffectEvent(() => next && patch({ open: next.id, assign: next.duty }));
  const isKnown = data !== undefined && !refreshing;
  useEffect(() => {
    if (!isKnown || answered.current === calls) return;
    answered.current = calls;
    goOn();
  }, [calls, isKnown]);
  const open = () => setCalls((before) => before + 1);
  useShortcut("n", open, assign === undefined);
  return { grids: data?.grids.totalCount ?? 0, open: next && open };
}

/** The gap after the one at hand, the first again after the last; a gap of the open grid itself comes first. */
export function following(places: readonly Place[], openId: string | undefined, duty: Duty | undefined) {
  if (!duty) {
    const own = places.find(({ id }) => id === openId);
    if (own) return own;
  }
  const here = places.findLastIndex((place) => place.id === openId && (!duty || place.duty === duty));
  return here < 0 ? (places.find(({ id }) => id !== openId) ?? places[0]) : (places[here + 1] ?? places[0]);
}

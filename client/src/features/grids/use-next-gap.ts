import { type Duty, GridGapsDocument, type GridGapsQuery } from "@maple-bridge/schema/documents";
import { useEffect, useRef } from "react";
import { useClient } from "urql";
import type { Patching } from "../../lib/url-state.ts";
import { useShortcut } from "../../lib/shortcuts.ts";
import { useRead } from "../../lib/use-read.ts";
import { may } from "../../lib/viewer.tsx";
import { vacantDuties } from "../../lib/seats-of.ts";
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
 * The gaps of what the page shows where one may assign, in its order. `n` opens the one that follows; which that is, the
 * server is asked then and there: what this page has read may be from before somebody, oneself included, filled it.
 */
export function useNextGap(search: GridsSearch, openPlace: Patching<GridsSearch>["open"]): NextGap {
  const { gap, open: openId, assign } = search;
  const { filter, orderBy, direction, at } = variablesOf(search);
  const variables = { orderBy, direction, at, filter: { ...filter, open: true, hasVacancy: true } };
  const { data } = useRead(GridGapsDocument, variables);
  const client = useClient();
  const isAsking = useRef(false);
  const isHere = useIsHere();
  const nextIn = (gaps: GridGapsQuery | undefined) => following(placesOf(gaps, gap), openId, assign);
  async function open() {
    if (isAsking.current) return;
    isAsking.current = true;
    const now = await client.query(GridGapsDocument, variables, { requestPolicy: "network-only" }).toPromise();
    isAsking.current = false;
    const next = nextIn(now.data);
    if (next && isHere.current) openPlace({ open: next.id, assign: next.duty });
  }
  useShortcut("n", "nextGap", () => void open(), assign === undefined);
  return { grids: data?.grids.totalCount ?? 0, open: nextIn(data) && (() => void open()) };
}

/** Whether the page is still there when an answer comes. */
function useIsHere() {
  const isHere = useRef(false);
  useEffect(() => {
    isHere.current = true;
    return () => {
      isHere.current = false;
    };
  }, []);
  return isHere;
}

export function placesOf(gaps: GridGapsQuery | undefined, gap: GridsSearch["gap"]): Place[] {
  const mine = (gaps?.grids.nodes ?? []).filter((grid) => may(grid, "ASSIGN_MEMBERS"));
  return mine.flatMap((grid) =>
    vacantDuties(grid)
      .filter((duty) => !gap || gap === "ANY" || gap === duty)
      .map((duty) => ({ id: grid.id, duty })),
  );
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

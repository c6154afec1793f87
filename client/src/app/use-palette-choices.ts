import { useEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { type Client, useClient } from "urql";
import type { Finder, Findings, Found } from "../lib/finders.ts";
import { isShown } from "../lib/pages.ts";
import { useViewer, type Viewer } from "../lib/viewer.tsx";
import { type Recent, recentlyOpened } from "../lib/recent.ts";
import { pages } from "./features.ts";
import { finders } from "./finders.ts";
import { type Act, usePaletteActs } from "./use-palette-acts.ts";

/** A place that the palette leads to. */
export interface Place extends Found {
  sort: Finder["name"] | "pages";
  isRecent?: true;
}

export type Choice = Place | Act;

const pause = 150;

/** Before anything is typed what was open lately; pages and deeds at once, and what the finders bring a moment after the last key. */
export function usePaletteChoices(text: string, onKeys: () => void) {
  const wanted = text.trim().toLowerCase();
  const [recent] = useState(() => recentlyOpened().map(asRecent));
  const matching = usePages(wanted);
  const acts = usePaletteActs(wanted, onKeys);
  const { found, problem, searching } = useFound(wanted);
  const choices: Choice[] = [...(wanted === "" ? recent : []), ...matching, ...acts, ...found];
  return { choices, problem, searching };
}

const asRecent = ({ id, label, hint, to, search, sort }: Recent): Place => ({
  ...{ id, label, to, sort, isRecent: true },
  ...(hint !== undefined && { hint }),
  ...(search && { search }),
});

function usePages(wanted: string): Place[] {
  const { t } = useTranslation("page");
  const viewer = useViewer();
  return useMemo(
    () =>
      pages
        .filter((page) => isShown(page, viewer))
        .map(({ name, to }) => ({
          id: to,
          to,
          sort: "pages" as const,
          label: t(`${name}.title`),
          letters: t(`${name}.letters`),
        }))
        .filter(({ label, letters }) => `${label} ${letters}`.toLowerCase().includes(wanted)),
    [wanted, viewer, t],
  );
}

interface Result {
  wanted: string;
  found: Place[];
  problem: Findings["problem"];
}

const nothing: Result = { wanted: "", found: [], problem: undefined };

/** What was found for this text; nothing while it is sought, whatever an earlier one has brought. */
function useFound(wanted: string) {
  const client = useClient();
  const viewer = useViewer();
  const [result, setResult] = useState(nothing);
  useEffect(() => {
    if (wanted === "") return;
    let superseded = false;
    const timer = window.setTimeout(async () => {
      const all = await Promise.all(
        finders
          .filter(({ isFor }) => isFor?.(viewer) ?? true)
          .map((finder) => choicesOf(finder, client, wanted, viewer)),
      );
      const problem = all.find((each) => each.problem)?.problem;
      if (!superseded) setResult({ wanted, found: all.flatMap(({ choices }) => choices), problem });
    }, pause);
    return () => {
      superseded = true;
      window.clearTimeout(timer);
    };
  }, [client, wanted, viewer]);
  const { found, problem } = result.wanted === wanted ? result : nothing;
  return { found, problem, searching: wanted !== "" && result.wanted !== wanted };
}

async function choicesOf({ name, find }: Finder, client: Client, wanted: string, viewer: Viewer) {
  const { found, problem } = await find(client, wanted, viewer);
  const choices = found.map(({ id, label, hint, to, search }): Place => ({ id, label, hint, to, search, sort: name }));
  return { choices, problem };
}

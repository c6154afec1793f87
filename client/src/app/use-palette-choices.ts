import { useEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { type Client, useClient } from "urql";
import type { Finder, Findings, Found } from "../lib/finders.ts";
import { isShown } from "../lib/pages.ts";
import { useViewer, type Viewer } from "../lib/viewer.tsx";
import { pages } from "./features.ts";
import { finders } from "./finders.ts";

export interface Choice extends Found {
  sort: Finder["name"] | "pages";
}

const pause = 150;

/** Pages at once, and what the finders bring a moment after the last key. */
export function usePaletteChoices(text: string) {
  const wanted = text.trim().toLowerCase();
  const matching = usePages(wanted);
  const { found, problem, searching } = useFound(wanted);
  return { choices: [...matching, ...found], problem, searching };
}

function usePages(wanted: string): Choice[] {
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
  found: Choice[];
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
  const choices = found.map(({ id, label, hint, to, search }): Choice => ({ id, label, hint, to, search, sort: name }));
  return { choices, problem };
}

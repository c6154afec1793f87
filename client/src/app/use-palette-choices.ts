import { useEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { type Client, useClient } from "urql";
import type { Finder, Found } from "../lib/finders.ts";
import { isShown } from "../lib/pages.ts";
import { useViewer } from "../lib/viewer.tsx";
import { finders, pages } from "./features.ts";

export interface Choice extends Found {
  sort: Finder["name"] | "pages";
}

const pause = 150;

/** Pages at once, and what the finders bring a moment after the last key. */
export function usePaletteChoices(text: string) {
  const wanted = text.trim().toLowerCase();
  const matching = usePages(wanted);
  const { found, searching } = useFound(wanted);
  return { choices: [...matching, ...found], searching };
}

function usePages(wanted: string): Choice[] {
  const { t } = useTranslation("shell");
  const viewer = useViewer();
  return useMemo(
    () =>
      pages
        .filter((page) => isShown(page, viewer))
        .map(({ name, to }) => ({
          id: to,
          to,
          sort: "pages" as const,
          label: t(`page.${name}.title` as "page.workbench.title"),
          letters: t(`page.${name}.letters` as "page.workbench.letters"),
        }))
        .filter(({ label, letters }) => `${label} ${letters}`.toLowerCase().includes(wanted)),
    [wanted, viewer, t],
  );
}

function useFound(wanted: string) {
  const client = useClient();
  const [result, setResult] = useState<{ wanted: string; found: Choice[] }>({ wanted: "", found: [] });
  useEffect(() => {
    if (wanted === "") return;
    let superseded = false;
    const timer = window.setTimeout(async () => {
      const lists = await Promise.all(finders.map((finder) => choicesOf(finder, client, wanted)));
      if (!superseded) setResult({ wanted, found: lists.flat() });
    }, pause);
    return () => {
      superseded = true;
      window.clearTimeout(timer);
    };
  }, [client, wanted]);
  return { found: wanted === "" ? [] : result.found, searching: wanted !== "" && result.wanted !== wanted };
}

async function choicesOf({ name, find }: Finder, client: Client, wanted: string): Promise<Choice[]> {
  const found = await find(client, wanted);
  return found.map(({ id, label, hint, to, search }) => ({ id, label, hint, to, search, sort: name }));
}

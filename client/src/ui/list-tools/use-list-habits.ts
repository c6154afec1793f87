import {
  ListHabitsDocument,
  type ListViewFieldsFragment,
  SetListPreferenceDocument,
} from "@maple-bridge/schema/documents";
import { useEffect, useState } from "react";
import { useCommand } from "../../lib/use-command.ts";
import { useRead } from "../../lib/use-read.ts";
import { useViewer } from "../../lib/viewer.tsx";
import { useTellProblem } from "../use-tell-problem.ts";
import { type Habit, habitIn, remember } from "./kept-habits.ts";

export type View = ListViewFieldsFragment;

/** How the account has the list of a page, and the views of it: asked beside the rows, which do not wait for it; until then as this browser last knew it. */
export function useListHabits(page: string) {
  const { id: viewerId } = useViewer();
  const { data } = useRead(ListHabitsDocument, {});
  const [set] = useCommand(SetListPreferenceDocument);
  const tell = useTellProblem();
  const [chosen, setChosen] = useState<{ habit: Habit; over: string | undefined }>();
  const views = data?.listViews.nodes.filter((view) => view.page === page) ?? [];
  const preference = data?.listPreferences.nodes.find((each) => each.page === page);
  const told: Habit | undefined = data && {
    columns: preference?.columns ?? null,
    isDense: preference?.isDense ?? false,
    defaultViewId: preference?.defaultView?.id ?? null,
    beginsWith: views.find(({ id }) => id === preference?.defaultView?.id) ?? null,
  };
  const text = JSON.stringify(told);
  // Until the server tells something else than what it was chosen over.
  const habit = chosen?.over === text && chosen ? chosen.habit : (told ?? habitIn(viewerId, page));
  useEffect(() => {
    if (text !== undefined) remember(viewerId, page, JSON.parse(text) as Habit);
  }, [viewerId, page, text]);

  /** Shown at once, and kept for wherever one signs in next. */
  async function change(changes: Partial<Habit>) {
    const next = { ...habit, ...changes };
    setChosen({ habit: next, over: text });
    const { columns, isDense, defaultViewId } = next;
    const { problem } = await set({
      page,
      isDense,
      ...(columns && { columns: [...columns] }),
      ...(defaultViewId && { defaultViewId }),
    });
    if (problem) setChosen(undefined);
    tell(problem);
  }
  return { habit, views, change };
}

export type ListHabits = ReturnType<typeof useListHabits>;

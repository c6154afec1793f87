import { AcceptAllCleanDocument, AcceptLinesDocument } from "@maple-bridge/schema/documents";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useShortcut } from "../../lib/shortcuts.ts";
import { sayDone } from "../../lib/telling.ts";
import { useCommand } from "../../lib/use-command.ts";
import { useConfirmed } from "../../ui/use-confirmed.ts";
import { useTellProblem } from "../../ui/use-tell-problem.ts";
import type { Line } from "./columns.ts";

/** What names a member's week to a command. */
export interface WeekOf {
  memberId: string;
  unitId: string;
  week: string;
}

export interface Deeds {
  running: boolean;
  accept: (line: Line) => Promise<void>;
  acceptAllClean: () => Promise<void>;
  beginReturn: (line: Line) => void;
  beginComment: (line: Line | "WEEK") => void;
}

interface Reviewing {
  of: WeekOf;
  /** So many may be accepted together. */
  clean: number;
  here: Line | undefined;
  onNext: (line: Line) => void;
  /** What may be done with the week, and nothing while something lies over the page. */
  enabled: boolean;
}

/** Accepting acts at once and goes on; a return and a comment have a form of their own. */
export function useReviewDeeds({ of, clean, here, onNext, enabled }: Reviewing) {
  const { t } = useTranslation("review");
  const tell = useTellProblem();
  const confirmed = useConfirmed();
  const [acceptLines, running] = useCommand(AcceptLinesDocument);
  const [acceptAllClean] = useCommand(AcceptAllCleanDocument);
  const [returning, setReturning] = useState<Line>();
  const [commenting, setCommenting] = useState<Line | "WEEK">();

  async function accept(line: Line) {
    const { problem } = await acceptLines({ ...of, lines: [{ key: line.key, expectedVersion: line.item?.version }] });
    if (problem) return tell(problem);
    sayDone(t("accepted", { title: line.title }));
    onNext(line);
  }

  async function acceptAll() {
    await confirmed({ title: t("acceptClean.title", { count: clean }), content: t("acceptClean.note") }, () =>
      acceptAllClean({ ...of }),
    );
  }

  const heard = enabled && !returning && !commenting;
  useShortcut("a", "accept", () => here && void accept(here), heard && here !== undefined && !running);
  useShortcut("r", "return", () => setReturning(here), heard && here !== undefined);
  useShortcut("c", "comment", () => setCommenting(here), heard && here !== undefined);
  const deeds: Deeds = {
    running,
    accept,
    acceptAllClean: acceptAll,
    beginReturn: setReturning,
    beginComment: setCommenting,
  };
  return {
    deeds,
    returning,
    commenting,
    closeReturn: () => setReturning(undefined),
    closeComment: () => setCommenting(undefined),
  };
}

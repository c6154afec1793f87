import { Button } from "antd";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { type Done, tellDone } from "../lib/done.ts";
import { wordsOf } from "../lib/problem.ts";
import { useShortcut } from "../lib/shortcuts.ts";
import { useUndo } from "../ui/use-undo.ts";
import "./done-strip.css";

/** What was done, at the foot of the frame: the page, and what lies over it, end above it. */
export function DoneStrip({ done }: { done: Done | undefined }) {
  const { t } = useTranslation("undo");
  const [undo, isBusy] = useUndo();
  const strip = useRoomFor(done !== undefined);
  async function run() {
    if (!done?.undo || isBusy) return;
    const problem = await undo(done.undo);
    if (!problem) return tellDone({ text: t("undone", { text: done.text }) });
    const { title, told } = wordsOf(problem);
    tellDone({ text: [title, ...told].join(" "), isBad: true });
  }
  useShortcut("u", "undo", () => void run(), done?.undo !== undefined);
  return (
    <div className="frame-foot" role="status">
      {done ? (
        <div className={done.isBad ? "done-strip done-strip-bad" : "done-strip"} ref={strip}>
          <span>{done.text}</span>
          {done.undo ? (
            <Button size="small" loading={isBusy} onClick={() => void run()} aria-keyshortcuts="u">
              {t("do")} <kbd>U</kbd>
            </Button>
          ) : null}
          <Button size="small" type="text" onClick={() => tellDone(undefined)}>
            {t("close")}
          </Button>
        </div>
      ) : null}
    </div>
  );
}

/** Drawers and dialogs lie over the whole window: they leave as much of it as the strip takes. */
function useRoomFor(isThere: boolean) {
  const strip = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const { style } = document.documentElement;
    if (!isThere || !strip.current) return;
    const watch = new ResizeObserver(() => style.setProperty("--foot", `${strip.current?.offsetHeight ?? 0}px`));
    watch.observe(strip.current);
    return () => {
      watch.disconnect();
      style.removeProperty("--foot");
    };
  }, [isThere]);
  return strip;
}

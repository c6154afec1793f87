import { Button } from "antd";
import type { KeyboardEvent, ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Problem } from "../lib/problem.ts";
import type { Sought } from "../lib/use-sought.ts";
import "./sought.css";

/** How it stands with the answer to what is typed. */
export interface Answering {
  problem: Problem | undefined;
  retry: () => void;
}

/** In place of a list that there is none of: still sought, not to be had, or nothing found. */
export function NoList({ isCurrent, none, problem, retry }: Answering & { isCurrent: boolean; none: string }) {
  const { t } = useTranslation("shell");
  if (problem)
    return (
      <div role="alert" className="sought-problem">
        {problem.message}{" "}
        <Button size="small" onClick={retry}>
          {t("retry")}
        </Button>
      </div>
    );
  return <div role="status">{isCurrent ? none : t("sought.seeking")}</div>;
}

interface AroundProps {
  sought: Sought;
  chosen: ReactNode;
  more: number;
}

export const aroundList = (around: AroundProps) => (list: ReactNode) => <AroundList {...around}>{list}</AroundList>;

/** Above the list who is chosen while others are sought, and below it how many more there are. */
function AroundList({ sought, chosen, more, children }: AroundProps & { children?: ReactNode }) {
  const { t } = useTranslation("shell");
  return (
    <>
      {chosen !== undefined && sought.typed.trim() !== "" ? (
        <div className="sought-chosen">
          {t("sought.chosen")} {chosen}
        </div>
      ) : null}
      {children}
      {more > 0 ? <div className="sought-more">{t("unit.more", { count: more })}</div> : null}
    </>
  );
}

/** Says that what was typed is not chosen. */
export function Unchosen({ sought: { left, forget } }: { sought: Sought }) {
  const { t } = useTranslation("shell");
  if (left === undefined) return null;
  return (
    <div role="alert" className="sought-left">
      {t("sought.left", { text: left })}{" "}
      <Button type="link" size="small" onClick={forget}>
        {t("sought.forget")}
      </Button>
    </div>
  );
}

const acting = new Set(["Enter", "Tab", "ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"]);

/** Keys act on the answer to what is typed, or on nothing; and none sends the form while something is typed and not chosen. */
export const actOnlyOn = (isCurrent: boolean, { typed }: Sought) => ({
  onKeyDownCapture(event: KeyboardEvent) {
    const sends = event.key === "Enter" && (event.ctrlKey || event.metaKey);
    if (sends ? typed.trim() === "" : isCurrent || !acting.has(event.key)) return;
    event.stopPropagation();
    if (event.key === "Enter") event.preventDefault();
  },
});

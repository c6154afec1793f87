import { Button, Tag } from "antd";
import { DeleteListViewDocument, UpdateListViewDocument } from "@maple-bridge/schema/documents";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../lib/use-command.ts";
import { may } from "../../lib/viewer.tsx";
import { useConfirmed } from "../use-confirmed.ts";
import { useTellProblem } from "../use-tell-problem.ts";
import type { ListHabits, View } from "./use-list-habits.ts";
import "./list-tools.css";

export interface ViewContent {
  query: string;
  columns: string[] | null;
  isDense: boolean;
}

interface ViewListProps {
  habits: ListHabits;
  current: string | undefined;
  /** What is shown now. */
  content: ViewContent;
  onChoose: (view: View | null) => void;
  onName: (view: View | null) => void;
  /** What is asked then lies over the page, and not over this. */
  onLeave: () => void;
}

export function ViewList({
  habits: { habit, views, change },
  current,
  content,
  onChoose,
  onName,
  onLeave,
}: ViewListProps) {
  const { t } = useTranslation("list-tools");
  const [update] = useCommand(UpdateListViewDocument);
  const [remove] = useCommand(DeleteListViewDocument);
  const tell = useTellProblem();
  const confirmed = useConfirmed();
  const replace = async ({ id, version }: View) =>
    tell((await update({ id, expectedVersion: version, ...content })).problem);
  const ask = ({ id, name }: View) =>
    confirmed(
      { title: t("view.removeAsk", { name }), content: t("view.removeNote"), okText: t("view.remove"), danger: true },
      () => remove({ id }),
    );
  return (
    <div className="list-tools-views">
      <ul>
        <li>
          <Button type="text" size="small" onClick={() => onChoose(null)}>
            {t("view.all")}
          </Button>
        </li>
        {views.map((view) => {
          const isDefault = habit.defaultViewId === view.id;
          return (
            <li key={view.id} className={view.id === current ? "list-tools-current" : undefined}>
              <Button type="text" size="small" aria-current={view.id === current} onClick={() => onChoose(view)}>
                {view.name}
              </Button>
              {isDefault ? <Tag>{t("view.isDefault")}</Tag> : null}
              {view.unit ? <Tag>{t("view.shared", { unit: view.unit.name })}</Tag> : null}
              <span className="list-tools-deeds">
                <Button type="text" size="small" onClick={() => void change(ofDefault(isDefault ? null : view))}>
                  {t(isDefault ? "view.noDefault" : "view.makeDefault")}
                </Button>
                {may(view, "UPDATE_LIST_VIEW") ? (
                  <>
                    <Button type="text" size="small" onClick={() => onName(view)}>
                      {t("view.rename")}
                    </Button>
                    <Button type="text" size="small" onClick={() => void replace(view)}>
                      {t("view.replace")}
                    </Button>
                  </>
                ) : null}
                {may(view, "DELETE_LIST_VIEW") ? (
                  <Button
                    type="text"
                    size="small"
                    danger
                    onClick={() => {
                      onLeave();
                      void ask(view);
                    }}
                  >
                    {t("view.remove")}
                  </Button>
                ) : null}
              </span>
            </li>
          );
        })}
      </ul>
      {views.length === 0 ? <p className="note">{t("view.none")}</p> : null}
      <Button size="small" type="primary" onClick={() => onName(null)}>
        {t("view.save")}
      </Button>
    </div>
  );
}

const ofDefault = (view: View | null) => ({ defaultViewId: view?.id ?? null, beginsWith: view });

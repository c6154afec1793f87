import { MatterDetailsDocument, type MatterDetailsQuery } from "@maple-bridge/schema/documents";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useRead } from "../../lib/use-read.ts";
import { may, useViewer } from "../../lib/viewer.tsx";
import { ChangeList } from "../change-list.tsx";
import { DetailsDrawer } from "../details-drawer.tsx";
import { Light } from "../light.tsx";
import { Section } from "../section.tsx";
import { MatterSection } from "./matter-section.tsx";
import { ToItem } from "./to-item.tsx";
import { WorkTree } from "./work-tree.tsx";
import { useWorkWords } from "./work-words.ts";
import "./work.css";

type Matter = NonNullable<MatterDetailsQuery["matter"]>;

/** One matter: what happened, what may be done about it, and the work that there is or was. */
export function MatterDrawer({ number, onClose }: { number: string | undefined; onClose: () => void }) {
  const { t } = useTranslation(["ledgers", "work"]);
  const toItem = useToItem();
  return (
    <DetailsDrawer
      open={number}
      onClose={onClose}
      read={useRead(MatterDetailsDocument, { number: number ?? "" }, number === undefined)}
      find={({ matter }) => matter}
      renderTitle={({ title }) => title}
      one={t("work:matter.one")}
      gone={t("gone")}
      width={720}
    >
      {(matter) => (
        <div className="work-body">
          <MatterSection matter={matter} onOpen={toItem} isTitled />
          <WorkOfMatter items={matter.items} />
          <ChangeList changes={matter.history} />
        </div>
      )}
    </DetailsDrawer>
  );
}

/** Work is worked on at the desk, or among one's own. */
function useToItem() {
  const navigate = useNavigate();
  const { bureau } = useViewer();
  const to = may(bureau, "ISSUE_WORK") ? "/dispatch" : "/my-work";
  return (id: string) => void navigate({ to, search: { open: id } });
}

/** What followed from what, as a tree. */
function WorkOfMatter({ items }: Pick<Matter, "items">) {
  const { t } = useTranslation("ledgers");
  const { kindOf, stateOf } = useWorkWords();
  return (
    <Section title={t("work")}>
      {items.length === 0 ? <p className="note">{t("noWork")}</p> : null}
      <WorkTree
        links={items}
        renderLink={(item) => (
          <span className="work-link">
            <ToItem item={item} />
            <span className="note">
              {kindOf(item)} {item.number}
            </span>
            <Light tone="quiet">{stateOf(item)}</Light>
          </span>
        )}
      />
    </Section>
  );
}

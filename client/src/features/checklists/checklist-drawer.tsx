import { Link } from "@tanstack/react-router";
import { ChecklistDetailsDocument } from "@maple-bridge/schema/documents";
import { Segmented } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useRead } from "../../lib/use-read.ts";
import { ChangeList } from "../../ui/change-list.tsx";
import { DetailsDrawer } from "../../ui/details-drawer.tsx";
import { ChecklistActions } from "./checklist-actions.tsx";
import { ChecklistLight } from "./checklist-light.tsx";
import { type Checklist, draftIn, shownOf } from "./content.ts";
import { VersionSection } from "./version-section.tsx";

/** A checklist in all its versions, and what may be done with it. */
export function ChecklistDrawer({ open, onClose }: { open: string | undefined; onClose: () => void }) {
  const { t } = useTranslation("checklists");
  return (
    <DetailsDrawer
      open={open}
      onClose={onClose}
      read={useRead(ChecklistDetailsDocument, { id: open ?? "" }, open === undefined)}
      find={({ checklistTemplate }) => checklistTemplate}
      renderTitle={(checklist) => (
        <span className="checklists-head">
          {checklist.name} <span className="note">{checklist.code}</span> <ChecklistLight checklist={checklist} />
        </span>
      )}
      one={t("one")}
      gone={t("gone")}
      width={760}
    >
      {(checklist) => (
        <>
          <ChecklistActions checklist={checklist} />
          <p className="note">
            {checklist.isOfBureau ? t("ofBureau") : (checklist.station?.name ?? t("ofAnother"))}
            {checklist.madeThrough ? ` · ${t("madeThrough", { day: checklist.madeThrough })}` : null}
          </p>
          {checklist.madeThrough ? (
            <p>
              <Link to="/checklist-runs" search={{ template: checklist.id }}>
                {t("toRuns")}
              </Link>
            </p>
          ) : null}
          <Versions checklist={checklist} />
          <ChangeList changes={checklist.history} />
        </>
      )}
    </DetailsDrawer>
  );
}

/** The draft first where there is one: it is what one works on. */
function Versions({ checklist }: { checklist: Checklist }) {
  const { t } = useTranslation("checklists");
  const [chosen, setChosen] = useState<number>();
  const usual = draftIn(checklist) ?? shownOf(checklist);
  const shown = checklist.versions.find(({ number }) => number === chosen) ?? usual;
  if (!shown) return null;
  return (
    <>
      {checklist.versions.length > 1 ? (
        <Segmented<number>
          className="checklists-versions"
          aria-label={t("versions")}
          value={shown.number}
          onChange={setChosen}
          options={checklist.versions.map(({ number }) => ({ value: number, label: t("versionNumber", { number }) }))}
        />
      ) : null}
      <VersionSection version={shown} />
    </>
  );
}

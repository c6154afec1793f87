import {
  CloseDivisionDocument,
  DivisionDetailsDocument,
  type DivisionDetailsQuery,
  ReopenDivisionDocument,
} from "@maple-bridge/schema/documents";
import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../lib/use-command.ts";
import { useRead } from "../../lib/use-read.ts";
import { ChangeList } from "../../ui/change-list.tsx";
import { DetailsDrawer } from "../../ui/details-drawer.tsx";
import { Details } from "../../ui/details.tsx";
import { may } from "../../lib/viewer.tsx";
import { useConfirmed } from "../../ui/use-confirmed.ts";
import { CloseDialog } from "./close-dialog.tsx";
import { OpenLight } from "./open-light.tsx";
import { divisionsRoute } from "./routes.tsx";
import { UpdateDivisionDialog } from "./update-division-dialog.tsx";
import "./organisation.css";

type Division = NonNullable<DivisionDetailsQuery["division"]>;

export function DivisionDrawer({ code, onClose }: { code: string | undefined; onClose: () => void }) {
  const { t } = useTranslation("organisation");
  return (
    <DetailsDrawer
      open={code}
      onClose={onClose}
      read={useRead(DivisionDetailsDocument, { code: code ?? "" }, code === undefined)}
      find={({ division }) => division}
      renderTitle={({ name }) => name}
      one={t("division.one")}
      gone={t("division.gone")}
    >
      {(division) => (
        <>
          <DivisionActions division={division} />
          <DivisionFacts division={division} />
          <ChangeList changes={division.history} />
        </>
      )}
    </DetailsDrawer>
  );
}

function DivisionFacts({ division }: { division: Division }) {
  const { t } = useTranslation(["organisation", "shell", "words"]);
  const { code, kind, parent, divisions, grids } = division;
  const below = (
    <Link to={divisionsRoute.to} search={{ within: code, open: code }}>
      {t("division.belowCount", { number: divisions.length })}
    </Link>
  );
  return (
    <Details
      items={[
        { label: t("unit.state"), value: <OpenLight closedOn={division.closedOn} /> },
        { label: t("division.kind"), value: t(`words:divisionKind.${kind}`) },
        { label: t("division.code"), value: code },
        { label: t("unit.parent"), value: parent?.name },
        divisions.length > 0
          ? { label: t("unit.below"), value: below }
          : { label: t("unit.grids"), value: grids.map(({ name }) => name).join(t("shell:mark.list")) || "—" },
      ]}
    />
  );
}

function DivisionActions({ division }: { division: Division }) {
  const { t } = useTranslation("organisation");
  const [doing, setDoing] = useState<"update" | "close">();
  const [closeDivision] = useCommand(CloseDivisionDocument);
  const reopen = useReopen(division);
  const done = () => setDoing(undefined);
  const { id, version, name } = division;
  return (
    <div className="row-actions">
      {may(division, "UPDATE_DIVISION") ? (
        <Button onClick={() => setDoing("update")}>{t("division.update")}</Button>
      ) : null}
      {may(division, "REOPEN_DIVISION") ? <Button onClick={() => void reopen()}>{t("division.reopen")}</Button> : null}
      {may(division, "CLOSE_DIVISION") ? (
        <Button danger onClick={() => setDoing("close")}>
          {t("division.close")}
        </Button>
      ) : null}
      <UpdateDivisionDialog division={division} open={doing === "update"} onClose={done} />
      <CloseDialog
        title={t("division.closeTitle", { name })}
        note={t("division.closeNote")}
        okText={t("division.close")}
        open={doing === "close"}
        onClose={done}
        onSubmit={async (closing) => (await closeDivision({ id, expectedVersion: version, ...closing })).problem}
      />
    </div>
  );
}

function useReopen({ id, name, version }: Division) {
  const { t } = useTranslation("organisation");
  const confirmed = useConfirmed();
  const [reopenDivision] = useCommand(ReopenDivisionDocument);
  return async () => {
    const question = {
      title: t("division.reopenTitle", { name }),
      content: t("division.reopenNote"),
      okText: t("division.reopen"),
    };
    await confirmed(question, () => reopenDivision({ id, expectedVersion: version }));
  };
}

import type { DutyStationQuery } from "@maple-bridge/schema/documents";
import { useTranslation } from "react-i18next";
import { Light } from "../../ui/light.tsx";
import { Scrolled } from "../../ui/scrolled.tsx";
import { SideDrawer } from "../../ui/side-drawer.tsx";
import type { Tone } from "../../ui/tones.ts";
import { keyOf } from "./line.ts";
import { LineText } from "./line-text.tsx";
import { useLineWords } from "./use-line-words.ts";

type Difference = DutyStationQuery["dutyCatalogueDifferences"][number];

interface CompareDrawerProps {
  isOpen: boolean;
  differences: readonly Difference[];
  onClose: () => void;
}

const tones: Record<Difference["kind"], Tone> = { MISSING: "bad", ADDED: "accent", CHANGED: "soon" };

/** Where a station's lines and its model's differ, both texts side by side. */
export function CompareDrawer({ isOpen, differences, onClose }: CompareDrawerProps) {
  const { t } = useTranslation("duty-catalogue");
  const { ownerWords } = useLineWords();
  return (
    <SideDrawer open={isOpen ? "compare" : undefined} title={t("compare.title")} width={820} onClose={onClose}>
      {differences.length === 0 ? <p className="note">{t("model.same")}</p> : null}
      <Scrolled name={t("compare.title")}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t("owner")}</th>
              <th scope="col">{t("compare.kind")}</th>
              <th scope="col">{t("compare.model")}</th>
              <th scope="col">{t("compare.own")}</th>
            </tr>
          </thead>
          <tbody>
            {differences.map((difference) => {
              const { kind, model, own } = difference;
              const line = own ?? model;
              return (
                <tr key={keyOf(difference)}>
                  <th scope="row">{line ? ownerWords(line) : difference.owner}</th>
                  <td>
                    <Light tone={tones[kind]}>{t(`compare.${kind}`)}</Light>
                  </td>
                  <td>{model ? <LineText line={model} /> : "—"}</td>
                  <td>{own ? <LineText line={own} /> : "—"}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </Scrolled>
    </SideDrawer>
  );
}

import { useTranslation } from "react-i18next";
import { choice } from "../../ui/list-page/choice.tsx";
import { seek, tick } from "../../ui/list-page/filter-fields.tsx";
import type { FilterFields } from "../../ui/list-page/filters.tsx";
import { given, givenRow } from "../../ui/list-page/given.tsx";
import { atLeast, atMost } from "../../ui/list-page/number-filters.ts";
import { unitChoice } from "../../ui/list-page/unit-choice.tsx";
import type { DeskSearch } from "../../ui/work/desk-search.ts";
import { lights, orderKinds, urgencies, workKinds, workStates } from "../../ui/work/work-glossary.ts";

export function useDeskFilters(): FilterFields<DeskSearch> {
  const { t } = useTranslation("work");
  const label = <Value extends string>(values: readonly Value[], words: (value: Value) => string) =>
    values.map((value) => ({ value, label: words(value) }));
  return {
    q: seek(t("desk.search")),
    light: choice(
      t("lightLabel"),
      label(lights, (value) => t(`lightChoice.${value}`)),
      { width: 100 },
    ),
    state: choice(
      t("stateLabel"),
      label(workStates, (value) => t(`state.${value}`)),
      { width: 100 },
    ),
    kind: choice(
      t("kindLabel"),
      [
        ...label(workKinds, (value) => t(`kind.${value}`)),
        ...label(orderKinds, (value) => t("desk.orders", { kind: t(`orderKind.${value}`) })),
      ],
      { width: 100 },
    ),
    urgency: choice(
      t("urgencyLabel"),
      label(urgencies, (value) => t(`urgency.${value}`)),
      { width: 108 },
    ),
    unit: unitChoice(t("desk.unit")),
    vacant: tick(t("vacant")),
    carded: tick(t("desk.carded")),
    asked: tick(t("desk.asked")),
    all: tick(t("desk.all")),
    returnsMin: atLeast(t("returns")),
    returnsMax: atMost(t("returns")),
    grid: givenRow(),
    member: givenRow(),
    issuedFrom: given((day) => t("desk.issuedFrom", { day })),
    issuedTo: given((day) => t("desk.issuedTo", { day })),
    fedBack: given(() => t("desk.fedBack")),
    returned: given(() => t("desk.returned")),
    followUp: given(() => t("desk.followUp")),
    byFirst: given(() => t("desk.byFirst")),
    onTime: given(() => t("desk.onTime")),
    draw: given(() => t("desk.candidates")),
  };
}

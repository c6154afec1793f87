import { DivisionsDocument } from "@maple-bridge/schema/documents";
import { useTranslation } from "react-i18next";
import { lazily } from "../../lib/lazily.ts";
import { orderOf, pageOf } from "../../lib/list-state.ts";
import { may, useViewer } from "../../lib/viewer.tsx";
import { choice } from "../../ui/list-page/choice.tsx";
import { seek, tick } from "../../ui/list-page/filter-fields.tsx";
import { given } from "../../ui/list-page/given.tsx";
import { ListPage } from "../../ui/list-page/list-page.tsx";
import { useListed } from "../../ui/list-page/use-listed.ts";
import { useDivisionColumns } from "./division-columns.tsx";
import { divisionKinds, divisionsRoute } from "./routes.tsx";

const DivisionDrawer = lazily(() => import("./division-drawer.tsx"), "DivisionDrawer");
const CreateDivisionDialog = lazily(() => import("./create-division-dialog.tsx"), "CreateDivisionDialog");

export function DivisionsPage() {
  const { t } = useTranslation(["organisation", "words"]);
  const search = divisionsRoute.useSearch();
  const { bureau } = useViewer();
  const kinds = divisionKinds.map((value) => ({ value, label: t(`words:divisionKind.${value}`) }));
  const variables = {
    ...pageOf(search),
    ...orderOf(search),
    filter: { search: search.q, kind: search.kind, parentCode: search.within, openOnly: !search.closed },
  };
  return (
    <ListPage
      page="divisions"
      note={t("division.note")}
      search={search}
      list={useListed(DivisionsDocument, variables, ({ divisions }) => divisions)}
      columns={useDivisionColumns()}
      filters={{
        q: seek(t("division.search")),
        kind: choice(t("division.kind"), kinds, { width: 140 }),
        closed: tick(t("division.withClosed")),
        within: given((code) => t("division.within", { code })),
      }}
      empty={{ none: t("division.none"), hint: t("division.noneHint") }}
      creations={[
        {
          text: t("division.create"),
          may: may(bureau, "MANAGE_DIVISIONS"),
          renderDialog: (dialog) => <CreateDivisionDialog {...dialog} within={search.within} />,
        },
      ]}
      keyOf={({ code }) => code}
      renderDrawer={({ id, onClose }) => <DivisionDrawer code={id} onClose={onClose} />}
    />
  );
}

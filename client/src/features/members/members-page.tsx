import { PlusOutlined } from "@ant-design/icons";
import { MembersDocument } from "@maple-bridge/schema/documents";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { memberKinds, memberStatuses } from "../../lib/glossary.ts";
import { lazily } from "../../lib/lazily.ts";
import { withWords } from "../../lib/locale.ts";
import { may, useViewer } from "../../lib/viewer.tsx";
import { choice } from "../../ui/list-page/choice.tsx";
import { given } from "../../ui/list-page/given.tsx";
import { seek } from "../../ui/list-page/filter-fields.tsx";
import { ListPage } from "../../ui/list-page/list-page.tsx";
import { atLeast, atMost } from "../../ui/list-page/number-filters.ts";
import { unitChoice } from "../../ui/list-page/unit-choice.tsx";
import { useListed } from "../../ui/list-page/use-listed.ts";
import { Later } from "../../ui/later.tsx";
import { useAnyUnit } from "../../ui/use-units.ts";
import { Watermark } from "../../ui/watermark.tsx";
import { variablesOf } from "./members-search.ts";
import { takesMembers } from "./takes-members.ts";
import { useMemberColumns, usualColumns } from "./use-member-columns.tsx";
import "./members.css";

const MemberDrawer = lazily(
  withWords("work", () => import("./member-drawer.tsx")),
  "MemberDrawer",
);
const MemberBulk = lazily(
  withWords("bulk", () => import("./member-bulk.tsx")),
  "MemberBulk",
);
const CreateMemberDialog = lazily(() => import("./create-member-dialog.tsx"), "CreateMemberDialog");

const route = getRouteApi("/shell/members");

/** Who is on the strength, where they are, and how much each answers for. */
export function MembersPage() {
  const { t } = useTranslation(["members", "words"]);
  const search = route.useSearch();
  const { bureau } = useViewer();
  const mayCreate = useAnyUnit(takesMembers, !may(bureau, "MANAGE_MEMBERS"));
  const kinds = memberKinds.map((value) => ({ value, label: t(`words:memberKind.${value}`) }));
  const statuses = memberStatuses.map((value) => ({ value, label: t(`words:memberStatus.${value}`) }));
  const list = useListed(MembersDocument, variablesOf(search), ({ members }) => members);
  const [ids, setIds] = useState<string[]>([]);
  const ticked = (list.rows ?? []).filter(({ id }) => ids.includes(id));
  const mayLeave = list.rows?.some((row) => may(row, "MEMBER_LEAVES")) ?? false;
  return (
    <Watermark>
      <ListPage
        page="members"
        note={t("note")}
        search={search}
        list={list}
        ticked={
          mayLeave || ticked.length > 0
            ? { ids: ticked.map(({ id }) => id), onChange: setIds, label: t("tick") }
            : undefined
        }
        below={
          <Later when={ticked.length > 0}>
            <MemberBulk
              ticked={ticked}
              total={list.page?.totalCount ?? 0}
              filter={variablesOf(search).filter}
              onDone={() => setIds([])}
            />
          </Later>
        }
        columns={useMemberColumns()}
        usualColumns={usualColumns}
        filters={{
          q: seek(t("filter.search")),
          kind: choice(t("kind"), kinds, { width: 132 }),
          unit: unitChoice(t("filter.unit")),
          status: choice(t("status"), statuses, { width: 132 }),
          seatsMin: atLeast(t("load.seats")),
          seatsMax: atMost(t("load.seats")),
          gridsMin: atLeast(t("load.grids")),
          gridsMax: atMost(t("load.grids")),
          householdsMin: atLeast(t("load.households")),
          householdsMax: atMost(t("load.households")),
          populationMin: atLeast(t("load.population")),
          populationMax: atMost(t("load.population")),
          draw: given(() => t("filter.ofDraw")),
          standIn: undefined,
        }}
        empty={{
          none: t("empty.none"),
          filtered: t("empty.filtered"),
          hint: may(bureau, "IMPORT") ? (
            <Link to="/import" search={{ kind: "MEMBERS" }}>
              {t("empty.import")}
            </Link>
          ) : null,
        }}
        creations={[
          {
            text: t("create"),
            icon: <PlusOutlined />,
            may: mayCreate,
            renderDialog: (dialog) => <CreateMemberDialog {...dialog} unitOf={search.unit} />,
          },
        ]}
        renderDrawer={(drawer) => <MemberDrawer {...drawer} />}
      />
    </Watermark>
  );
}

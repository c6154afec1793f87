import {
  MatterCategoryDetailsDocument,
  type MatterCategoryDetailsQuery,
  type MatterCategoryFieldsFragment,
} from "@maple-bridge/schema/documents";
import { useTranslation } from "react-i18next";
import { useRead } from "../../lib/use-read.ts";
import { ChangeList } from "../../ui/change-list.tsx";
import { DateText } from "../../ui/date-text.tsx";
import { Details } from "../../ui/details.tsx";
import { DetailsDrawer } from "../../ui/details-drawer.tsx";
import { Scrolled } from "../../ui/scrolled.tsx";
import { Section } from "../../ui/section.tsx";
import { CategoryActions } from "./category-actions.tsx";
import { CategoryLight } from "./category-light.tsx";
import { keyOf, kindIn } from "./category.ts";

/** A category in all its revisions, the latest first. */
export function CategoryDrawer({ open, onClose }: { open: string | undefined; onClose: () => void }) {
  const { t } = useTranslation("matter-categories");
  const kind = kindIn(open);
  return (
    <DetailsDrawer
      open={open}
      onClose={onClose}
      read={useRead(MatterCategoryDetailsDocument, { kind: kind ?? "INCIDENT" }, open === undefined)}
      find={(data) => revisionsOf(data, open)[0]}
      renderTitle={({ name }) => name}
      one={t("category.one")}
      gone={t("category.gone")}
    >
      {(category, data) => {
        const revisions = revisionsOf(data, keyOf(category));
        return (
          <>
            <CategoryActions category={category} />
            <CategoryFacts category={category} />
            <Revisions revisions={revisions} />
            <ChangeList changes={revisions.flatMap(({ history }) => history)} />
          </>
        );
      }}
    </DetailsDrawer>
  );
}

const revisionsOf = ({ matterCategories }: MatterCategoryDetailsQuery, key: string | undefined) =>
  matterCategories.filter((each) => keyOf(each) === key).sort((a, b) => b.revision - a.revision);

function CategoryFacts({ category }: { category: MatterCategoryFieldsFragment }) {
  const { t } = useTranslation(["matter-categories", "words"]);
  const { kind, code, intakeClass, position } = category;
  return (
    <Details
      items={[
        { label: t("category.state"), value: <CategoryLight category={category} /> },
        { label: t("category.kind"), value: t(`words:matterKind.${kind}`) },
        { label: t("category.code"), value: code },
        { label: t("category.intakeClass"), value: intakeClass },
        { label: t("category.position"), value: position },
      ]}
    />
  );
}

function Revisions({ revisions }: { revisions: readonly MatterCategoryFieldsFragment[] }) {
  const { t } = useTranslation("matter-categories");
  return (
    <Section title={t("category.revisions")}>
      <Scrolled name={t("category.revisions")}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t("category.revision")}</th>
              <th scope="col">{t("category.name")}</th>
              <th scope="col">{t("category.intakeClass")}</th>
              <th scope="col">{t("category.from")}</th>
              <th scope="col">{t("category.until")}</th>
            </tr>
          </thead>
          <tbody>
            {revisions.map(({ id, revision, name, intakeClass, startsAt, endsAt }) => (
              <tr key={id}>
                <td>{t("category.revisionNumber", { number: revision })}</td>
                <td>{name}</td>
                <td>{intakeClass}</td>
                <td>
                  <DateText value={startsAt} minutes />
                </td>
                <td>
                  <DateText value={endsAt} minutes />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolled>
    </Section>
  );
}

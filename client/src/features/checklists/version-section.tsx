import { useTranslation } from "react-i18next";
import { DateText } from "../../ui/date-text.tsx";
import { type Detail, Details } from "../../ui/details.tsx";
import { Section } from "../../ui/section.tsx";
import type { Version } from "./content.ts";
import { useChecklistWords } from "./use-checklist-words.ts";

/** What a version says: when, by whom, what, and where its wording is from. */
export function VersionSection({ version }: { version: Version }) {
  const { t } = useTranslation(["checklists", "words"]);
  const { recurrenceWords, owerWords } = useChecklistWords();
  const { startsOn, lastOn, supersededOn, recurrence, onClosedDay, windowDays, graceDays, lateDays } = version;
  const state = version.isInForce ? "IN_FORCE" : version.state;
  const items: (Detail | false)[] = [
    { label: t("state"), value: t(`versionState.${state}`) },
    { label: t("recurrence.title"), value: recurrenceWords(recurrence ?? null, onClosedDay) },
    { label: t("closedDay"), value: t(`words:closedDayRule.${onClosedDay}`) },
    { label: t("startsOnLabel"), value: startsOn ? <DateText value={startsOn} /> : t("toBeSaid") },
    lastOn ? { label: t("lastOn"), value: <DateText value={lastOn} /> } : false,
    supersededOn ? { label: t("supersededOn"), value: <DateText value={supersededOn} /> } : false,
    { label: t("window"), value: t("days", { count: windowDays }) },
    { label: t("grace"), value: t("days", { count: graceDays }) },
    { label: t("late"), value: t("days", { count: lateDays }) },
    { label: t("burden"), value: t("minutes", { count: version.burdenMinutes }) },
    version.serves ? { label: t("serves"), value: t(`words:sixRole.${version.serves}`) } : false,
    { label: t("closing"), value: t(version.isReviewed ? "reviewed" : "selfClosing") },
    version.publishedAt ? { label: t("publishedAt"), value: <DateText value={version.publishedAt} minutes /> } : false,
  ];
  return (
    <>
      <Details items={items.filter((each) => each !== false)} />
      {version.note ? <p className="note">{version.note}</p> : null}
      <Section title={t("owers")}>
        {version.owers.length === 0 ? <p className="note">{t("nobodyYet")}</p> : null}
        <ul className="checklists-owers">
          {version.owers.map((ower) => (
            <li key={ower.id}>{owerWords(ower)}</li>
          ))}
        </ul>
      </Section>
      <ItemList version={version} />
    </>
  );
}

function ItemList({ version: { items } }: { version: Version }) {
  const { t } = useTranslation("checklists");
  const { evidenceWords, failingWords } = useChecklistWords();
  return (
    <Section title={t("itemsCount", { count: items.length })}>
      {items.length === 0 ? <p className="note">{t("noItems")}</p> : null}
      <ol className="checklists-items">
        {items.map((item) => (
          <li key={item.id}>
            <div>
              {item.wording}
              {item.isRequired ? null : <span className="note">{t("mayBeLeft")}</span>}
            </div>
            <div className="note">
              {evidenceWords(item)}
              {failingWords(item) ? ` · ${failingWords(item)}` : null}
              {item.isOurs ? ` · ${t("ours")}` : null}
            </div>
          </li>
        ))}
      </ol>
    </Section>
  );
}

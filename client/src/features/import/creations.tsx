import { Button, Radio, Select } from "antd";
import { useTranslation } from "react-i18next";
import { may } from "../../lib/viewer.tsx";
import { Section } from "../../ui/section.tsx";
import type { Names } from "./chosen.ts";
import type { Run } from "./run.ts";

interface QuestionsProps {
  run: Run;
  names: Names;
  onChange: (names: Names) => void;
  onCheck: () => void;
}

/** Names that are much like others: who knows says whether they are the same. */
export function Questions({ run, names, onChange, onCheck }: QuestionsProps) {
  const { t } = useTranslation("import");
  const asked = run.creations.filter(({ isAsked }) => isAsked);
  if (asked.length === 0) return null;
  const answered = asked.every(({ name }) => names.some(({ written }) => written === name));
  const answer = (written: string, means: string | null) =>
    onChange([...names.filter((each) => each.written !== written), { written, means }]);
  return (
    <Section title={t("questions.title")}>
      <p className="note">{t("questions.note")}</p>
      {asked.map(({ name, rows, likes }) => (
        <fieldset key={name} className="import-question">
          <legend>
            {name} <span className="note">{t("rowCount", { count: rows })}</span>
          </legend>
          <Answers
            name={name}
            likes={likes}
            value={answerTo(name, names)}
            onAnswer={(value) => answer(name, value === itself ? null : value)}
          />
        </fieldset>
      ))}
      <div className="import-actions">
        <Button type="primary" disabled={!answered || !may(run, "CHECK_IMPORT")} onClick={onCheck}>
          {t("questions.check")}
        </Button>
      </div>
    </Section>
  );
}

interface AnswersProps {
  name: string;
  likes: readonly string[];
  value: string | undefined;
  onAnswer: (value: string) => void;
}

const fewLikes = 5;

/** A few stand side by side; among many one seeks. */
function Answers({ name, likes, value, onAnswer }: AnswersProps) {
  const { t } = useTranslation("import");
  const options = [
    ...likes.map((like) => ({ value: like, label: t("questions.same", { name: like }) })),
    { value: itself, label: t("questions.own") },
  ];
  if (likes.length <= fewLikes)
    return <Radio.Group value={value} onChange={({ target }) => onAnswer(String(target.value))} options={options} />;
  return (
    <Select
      aria-label={t("questions.which", { name })}
      className="import-field-select"
      placeholder={t("questions.which", { name })}
      showSearch={{ optionFilterProp: "label" }}
      value={value}
      onChange={onAnswer}
      options={options}
    />
  );
}

/** No name is empty. */
const itself = "";

function answerTo(name: string, names: Names): string | undefined {
  const given = names.find(({ written }) => written === name);
  return given && (given.means ?? itself);
}

const kinds = ["CATEGORY", "STATION", "POLICE_ROOM", "COUNTY", "TOWNSHIP", "VILLAGE", "COMMUNITY"] as const;

/** The names that writing creates, before it does. */
export function Creations({ run: { creations, summary } }: { run: Run }) {
  const { t } = useTranslation("import");
  const created = creations.filter(({ isAsked }) => !isAsked);
  if (created.length === 0) return null;
  const { stationsCreated, policeRoomsCreated, divisionsCreated, categoriesCreated } = summary;
  const rest = stationsCreated + policeRoomsCreated + divisionsCreated + categoriesCreated - created.length;
  return (
    <div className="import-creations">
      {kinds.map((kind) => {
        const names = created.filter((each) => each.kind === kind);
        return names.length === 0 ? null : <CreatedNames key={kind} kind={kind} names={names} />;
      })}
      {rest > 0 ? <p className="note">{t("creations.more", { count: rest })}</p> : null}
    </div>
  );
}

const fewNames = 30;

/** A few stand there; many open on a press. */
function CreatedNames({ kind, names }: { kind: (typeof kinds)[number]; names: Run["creations"] }) {
  const { t } = useTranslation("import");
  return (
    <details open={names.length <= fewNames}>
      <summary>{t(`creations.${kind}`, { count: names.length })}</summary>
      <p>{names.map(({ name, code }) => (code && code !== name ? `${name} ${code}` : name)).join(t("comma"))}</p>
    </details>
  );
}

import { useTranslation } from "react-i18next";
import { Section } from "../../ui/section.tsx";
import { examples, type ExampleName } from "./examples.ts";

export function ExampleList({ chosen, onChoose }: { chosen: ExampleName; onChoose: (name: ExampleName) => void }) {
  const { t } = useTranslation("api");
  return (
    <Section title={t("examples")}>
      <ul className="api-choices">
        {examples.map(({ name }) => (
          <li key={name}>
            <button type="button" aria-pressed={name === chosen} onClick={() => onChoose(name)}>
              {t(`example.${name}`)}
            </button>
          </li>
        ))}
      </ul>
    </Section>
  );
}

import { useTranslation } from "react-i18next";
import type { Choice } from "./use-palette-choices.ts";

interface PaletteListProps {
  id: string;
  choices: readonly Choice[];
  chosen: Choice | undefined;
  onChoose: (choice: Choice) => void;
}

const intoView = (option: HTMLElement | null) => option?.scrollIntoView({ block: "nearest" });

export function PaletteList({ id, choices, chosen, onChoose }: PaletteListProps) {
  const { t } = useTranslation("shell");
  return (
    <div role="listbox" id={id} aria-label={t("palette.open")}>
      {choices.map((choice) => (
        <button
          key={choice.id}
          id={`${id}-${choice.id}`}
          type="button"
          role="option"
          tabIndex={-1}
          ref={choice === chosen ? intoView : undefined}
          aria-selected={choice === chosen}
          onClick={() => onChoose(choice)}
        >
          <span>{choice.label}</span>
          {choice.hint ? <span className="hint">{choice.hint}</span> : null}
          <span className="sort">{t(`finder.${"isRecent" in choice ? "recent" : choice.sort}`)}</span>
        </button>
      ))}
    </div>
  );
}

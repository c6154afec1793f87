import { useTranslation } from "react-i18next";
import { pageSize, pageSizes } from "../lib/list-state.ts";

interface PagerToolsProps {
  page: number;
  /** The last that one may jump to; 1 where there is nowhere to jump. */
  last: number;
  size: number;
  onJump: (page: number) => void;
  onTurn: (to: { size: number | undefined }) => void;
}

/** Of a list of more than a few rows: a page by its number, and how long pages are. */
export function PagerTools({ page, last, size, onJump, onTurn }: PagerToolsProps) {
  const { t } = useTranslation("shell");
  const jump = ({ value, valueAsNumber }: HTMLInputElement) =>
    value !== "" && valueAsNumber !== page && onJump(valueAsNumber);
  return (
    <>
      {last > 1 ? (
        <label className="pager-jump">
          {t("pager.jump")}
          <input
            type="number"
            min={1}
            max={last}
            defaultValue={page}
            onKeyDown={({ key, currentTarget }) => key === "Enter" && jump(currentTarget)}
            onBlur={({ currentTarget }) => jump(currentTarget)}
          />
        </label>
      ) : null}
      <select
        className="pager-size"
        aria-label={t("pager.sizeLabel")}
        value={size}
        onChange={({ target }) =>
          onTurn({ size: Number(target.value) === pageSize ? undefined : Number(target.value) })
        }
      >
        {pageSizes.map((each) => (
          <option key={each} value={each}>
            {t("pager.size", { count: each })}
          </option>
        ))}
      </select>
    </>
  );
}

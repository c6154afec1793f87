import { Tag } from "antd";
import { Fragment, type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";

export interface Gathered {
  id: string;
  name: string;
}

interface GatherFieldProps {
  /** From the form item that it stands in. */
  id?: string;
  value?: readonly Gathered[];
  onChange?: (gathered: Gathered[]) => void;
  /** Chooses one more. */
  renderPicker: (picker: {
    id: string | undefined;
    onChange: (id: string | undefined, name?: string) => void;
  }) => ReactNode;
  /** Another way to add some. */
  children?: ReactNode;
}

const none: readonly Gathered[] = [];

/** Many things of one sort, gathered one after the other. */
export function GatherField({ id: fieldId, value = none, onChange, renderPicker, children }: GatherFieldProps) {
  const { t } = useTranslation("work");
  const [times, setTimes] = useState(0);
  function pick(id: string | undefined, name?: string) {
    if (!id) return;
    setTimes(times + 1);
    if (!value.some((each) => each.id === id)) onChange?.([...value, { id, name: name ?? id }]);
  }
  return (
    <div className="work-gather">
      <Fragment key={times}>{renderPicker({ id: fieldId, onChange: pick })}</Fragment>
      {children}
      <div className="work-gathered">
        {value.length > 0 ? <span className="note">{t("gathered", { count: value.length })}</span> : null}
        {value.map(({ id, name }) => (
          <Tag key={id} closable onClose={() => onChange?.(value.filter((each) => each.id !== id))}>
            {name}
          </Tag>
        ))}
      </div>
    </div>
  );
}

import { Select } from "antd";
import { type ReactNode, useRef, useState } from "react";
import type { Read } from "../lib/use-read.ts";
import type { Sought } from "../lib/use-sought.ts";
import { actOnlyOn, aroundList, NoList, Unchosen } from "./sought-list.tsx";

export interface Choice {
  value: string;
  label: ReactNode;
}

interface FoundSelectProps {
  /** From the form item that it stands in. */
  id?: string;
  value?: string | null;
  onChange?: (id: string | undefined) => void;
  placeholder: string;
  /** A dialog begins here. */
  autoFocus?: boolean;
  sought: Sought;
  read: Pick<Read<unknown>, "refreshing" | "problem" | "retry"> & { isAnswer: boolean };
  /** What the server has found for what is sought. */
  found: readonly Choice[] | undefined;
  /** How many more it has found than it tells. */
  more?: number;
  /** Said where it has found nothing. */
  none: string;
  /** What was chosen before anything was sought. */
  named?: Choice | null | undefined;
}

/** Chooses one out of what is sought on the server. Who is chosen stands there by name, whatever is sought. */
export function FoundSelect(props: FoundSelectProps) {
  const { id, value, onChange, placeholder, sought, read, found, more = 0, none, named } = props;
  const [kept, setKept] = useState<Choice>();
  const hasChosen = useRef(false);
  const isCurrent = sought.isSettled && read.isAnswer && found !== undefined;
  const rows = isCurrent ? found : [];
  const chosen = value ? [...rows, kept, named].find((choice) => choice?.value === value) : undefined;
  return (
    <div className="sought" data-first={props.autoFocus || undefined} {...actOnlyOn(isCurrent, sought)}>
      <Select<Choice>
        id={id}
        labelInValue
        value={value ? { value, label: chosen?.label ?? value } : undefined}
        onSelect={() => (hasChosen.current = true)}
        onChange={(to: Choice | undefined) => {
          setKept(rows.find((row) => row.value === to?.value));
          onChange?.(to?.value);
        }}
        onOpenChange={(open) => {
          if (!open) sought.close(hasChosen.current);
          else if (read.problem) read.retry();
          hasChosen.current = false;
        }}
        allowClear
        showSearch={{ filterOption: false, searchValue: sought.typed, onSearch: sought.type }}
        placeholder={placeholder}
        loading={read.refreshing}
        options={[...rows]}
        notFoundContent={<NoList isCurrent={isCurrent} none={none} problem={read.problem} retry={read.retry} />}
        popupRender={aroundList({
          sought,
          chosen: chosen && !rows.includes(chosen) ? chosen.label : undefined,
          more: isCurrent ? more : 0,
        })}
      />
      <Unchosen sought={sought} />
    </div>
  );
}

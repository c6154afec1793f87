import { SearchOutlined } from "@ant-design/icons";
import { CandidatesDocument, type CandidatesQuery, type Duty } from "@maple-bridge/schema/documents";
import { Checkbox, Input } from "antd";
import { type KeyboardEvent, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useClient } from "urql";
import { useRead } from "../../lib/use-read.ts";
import { useSought } from "../../lib/use-sought.ts";
import { AwaitData } from "../await-data.tsx";
import { CandidateList } from "./candidate-list.tsx";
import "./seats.css";

export type Candidate = CandidatesQuery["candidates"]["nodes"][number];

interface MemberPickerProps {
  /** From the form item that it stands in. */
  id?: string;
  value?: string;
  onChange?: (memberId: string | undefined) => void;
  gridId: string;
  duty: Duty;
  /** When the seat would be taken; now when left out. */
  at: string | undefined;
}

/** Searches who could take a seat, with what each answers for already: the nearest and least loaded first. */
export function MemberPicker({ id, value, onChange, gridId, duty, at }: MemberPickerProps) {
  const { t } = useTranslation("grids");
  const listId = useId();
  const sought = useSought();
  const [anyKind, setAnyKind] = useState(false);
  const [chosen, setChosen] = useState<Candidate>();
  const read = useRead(CandidatesDocument, { gridId, duty, search: sought.text, anyKind, at });
  const isCurrent = sought.isSettled && read.isAnswer;
  const client = useClient();
  const typed = useRef("");
  const rows = read.data?.candidates.nodes ?? [];
  const here = rows.findIndex((row) => row.id === value);

  /** Whoever is sought anew is not the one who was chosen. */
  function type(text: string) {
    sought.type(text);
    typed.current = text.trim();
    if (value && text.trim() !== sought.typed.trim()) onChange?.(undefined);
  }
  function choose(candidate: Candidate | undefined) {
    if (!candidate) return;
    setChosen(candidate);
    onChange?.(candidate.id);
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return;
    const steps: Record<string, number> = { ArrowDown: here + 1, ArrowUp: here - 1, Enter: Math.max(here, 0) };
    const next = steps[event.key];
    if (next === undefined) return;
    event.preventDefault();
    if (isCurrent) choose(rows[Math.min(Math.max(next, 0), rows.length - 1)]);
    else if (event.key === "Enter") void chooseFirstFound();
  }

  /** Enter right after typing means the first of those who are then found, not of those who were listed before. */
  async function chooseFirstFound() {
    const search = sought.typed.trim();
    const asked = { gridId, duty, search: search || undefined, anyKind, at };
    const { data } = await client.query(CandidatesDocument, asked);
    if (typed.current === search) choose(data?.candidates.nodes[0]);
  }

  return (
    <div className="seat-picker">
      <div className="seat-seek">
        <Input
          id={id}
          autoFocus
          prefix={<SearchOutlined />}
          role="combobox"
          aria-expanded
          aria-controls={listId}
          aria-activedescendant={here < 0 ? undefined : `${listId}-${value}`}
          placeholder={t("pick.search")}
          allowClear
          value={sought.typed}
          onChange={(event) => type(event.target.value)}
          onKeyDown={onKeyDown}
        />
        <Checkbox checked={anyKind} onChange={({ target }) => setAnyKind(target.checked)}>
          {t("pick.anyKind")}
        </Checkbox>
      </div>
      <AwaitData read={read} rows={5}>
        {({ candidates }) => (
          <CandidateList
            id={listId}
            rows={candidates.nodes}
            total={candidates.totalCount}
            value={value}
            pinned={here < 0 && chosen?.id === value ? chosen : undefined}
            isSearched={sought.text !== undefined}
            isCurrent={isCurrent}
            onChoose={choose}
          />
        )}
      </AwaitData>
    </div>
  );
}

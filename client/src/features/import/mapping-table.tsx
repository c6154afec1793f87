import { Select } from "antd";
import { useTranslation } from "react-i18next";
import type { Mapping } from "./mapping.ts";
import type { Run } from "./run.ts";

interface MappingTableProps {
  run: Run;
  mapping: Mapping;
  /** Fields that several columns are said to be. */
  twice: ReadonlySet<string>;
  disabled: boolean;
  onChange: (column: number, field: string | undefined) => void;
}

const samples = 3;

/** A line for each column of the file: its title, what stands in its first rows, and what it is. */
export function MappingTable({ run, mapping, twice, disabled, onChange }: MappingTableProps) {
  const { columns, fields, preview } = run;
  const { t } = useTranslation("import");
  const isTwice = (column: number) => twice.has(mapping[column] ?? "");
  // People who stand side by side in a row have its number each.
  const rows = preview.slice(0, samples).map(({ row, cells }, key) => ({ row, cells, key }));
  const options = fields.map(({ key, title, isRequired }) => ({
    value: key,
    label: isRequired ? t("columns.required", { title }) : title,
  }));
  return (
    <div className="import-mapping-scroller">
      <table className="import-mapping">
        <thead>
          <tr>
            <th scope="col">{t("columns.column")}</th>
            <th scope="col">{t("columns.field")}</th>
            {rows.map(({ key, row }) => (
              <th key={key} scope="col">
                {t("row", { number: row })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {columns
            .map((title, column) => ({ title, column }))
            .map(({ title, column }) => (
              <tr key={column} className={mapping[column] ? undefined : "import-left-out"}>
                <th scope="row">{title}</th>
                <td>
                  <Select
                    aria-label={t("columns.fieldOf", { title })}
                    className="import-field-select"
                    placeholder={t("columns.leftOut")}
                    allowClear
                    disabled={disabled}
                    status={isTwice(column) ? "error" : ""}
                    value={mapping[column]}
                    onChange={(field) => onChange(column, field)}
                    options={options}
                  />
                  {isTwice(column) ? (
                    <div className="import-twice" role="alert">
                      {t("columns.twice")}
                    </div>
                  ) : null}
                  <Help text={fields.find(({ key }) => key === mapping[column])?.help} />
                </td>
                {rows.map(({ key, cells }) => (
                  <td key={key} className="import-sample">
                    {cells[column]}
                  </td>
                ))}
              </tr>
            ))}
        </tbody>
      </table>
    </div>
  );
}

const Help = ({ text }: { text: string | undefined }) => (text ? <div className="note import-help">{text}</div> : null);

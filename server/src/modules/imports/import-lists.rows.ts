import { join, literal, query, raw, sql } from "#kernel/read";
import { columnsOf } from "./columns.ts";

/** The errors of an import, in the file's order. Their texts were written down in each language. */
export const importErrors = query(
  "import_errors",
  {
    runId: "not null",
    id: "not null",
    position: "not null",
    row: "not null",
    column: "not null",
    value: "not null",
    code: "not null",
    message: "not null",
    params: "not null",
  },
  (reading) => sql`
    select e.run_id, e.run_id as id, e.position, e."row", e."column", e.value, e.code, e.message->>${reading.locale} as message, e.params
    from import_errors e where e.bureau_id = ${reading.bureau}`,
);

export const importPreview = query(
  "import_preview",
  { runId: "not null", row: "not null", cells: "not null" },
  (reading) => sql`
    select r.id as run_id, (p.line->>'row')::int as row, array(select jsonb_array_elements_text(p.line->'cells')) as cells
    from import_runs r cross join lateral jsonb_array_elements(r.preview) p(line)
    where r.bureau_id = ${reading.bureau}`,
);

export const importMapping = query(
  "import_mapping",
  { runId: "not null", position: "not null", field: "not null" },
  (reading) => sql`
    select r.id as run_id, m.key::int as position, m.value as field
    from import_runs r cross join lateral jsonb_each_text(r.mapping) m
    where r.bureau_id = ${reading.bureau}`,
);

const fieldRows = Object.entries(columnsOf).flatMap(([kind, columns]) =>
  Object.entries(columns).map(([key, { title, help, example, ...column }], position) => {
    const isRequired = "isRequired" in column && column.isRequired;
    const texts = [kind, key, title["zh-CN"], title.en, help["zh-CN"], help.en, example].map(literal);
    return sql`(${join(texts, ",")},${raw(String(position))},${raw(String(isRequired))})`;
  }),
);

/** What columns may be mapped to: the same for every bureau. */
export const importFields = query(
  "import_fields",
  {
    kind: "not null",
    key: "not null",
    title: "not null",
    help: "not null",
    example: "not null",
    isRequired: "not null",
    position: "not null",
  },
  (reading) => sql`
    select f.kind, f.key, case ${reading.locale} when 'en' then f.title_en else f.title_zh end as title,
      case ${reading.locale} when 'en' then f.help_en else f.help_zh end as help, f.example, f.is_required, f.position
    from (values ${join(fieldRows, ",")}) f(kind, key, title_zh, title_en, help_zh, help_en, example, position, is_required)
    where ${reading.bureau} is not null`,
);

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

export const importSheets = query(
  "import_sheets",
  {
    runId: "not null",
    position: "not null",
    name: "not null",
    isHidden: "not null",
    totalRows: "not null",
    problem: "null",
  },
  (reading) => sql`
    select r.id as run_id, s.position::int - 1 as position, s.line->>'name' as name, (s.line->>'isHidden')::boolean as is_hidden,
      (s.line->>'totalRows')::int as total_rows, s.line->'problem'->>${reading.locale} as problem
    from import_runs r cross join lateral jsonb_array_elements(r.sheets) with ordinality s(line, position)
    where r.bureau_id = ${reading.bureau}`,
);

export const importNotes = query(
  "import_notes",
  { runId: "not null", position: "not null", code: "not null", message: "not null", params: "not null" },
  (reading) => sql`
    select r.id as run_id, n.position, n.line->>'code' as code, n.line->'message'->>${reading.locale} as message, n.line->'params' as params
    from import_runs r cross join lateral jsonb_array_elements(r.notes) with ordinality n(line, position)
    where r.bureau_id = ${reading.bureau}`,
);

export const importCreations = query(
  "import_creations",
  {
    runId: "not null",
    position: "not null",
    kind: "not null",
    name: "not null",
    code: "null",
    rows: "not null",
    likes: "not null",
    isAsked: "not null",
  },
  (reading) => sql`
    select r.id as run_id, c.position, c.line->>'kind' as kind, c.line->>'name' as name, c.line->>'code' as code, (c.line->>'rows')::int as rows,
      array(select jsonb_array_elements_text(c.line->'likes')) as likes, (c.line->>'isAsked')::boolean as is_asked
    from import_runs r cross join lateral jsonb_array_elements(r.creations) with ordinality c(line, position)
    where r.bureau_id = ${reading.bureau}`,
);

export const importCauses = query(
  "import_causes",
  {
    runId: "not null",
    position: "not null",
    code: "not null",
    column: "not null",
    value: "null",
    count: "not null",
    places: "not null",
    message: "not null",
    fix: "null",
    isSuggested: "not null",
    written: "null",
    means: "null",
    day: "null",
    year: "null",
    field: "null",
    rows: "not null",
  },
  (reading) => sql`
    select r.id as run_id, c.position, c.line->>'code' as code, c.line->>'column' as column, c.line->>'value' as value, (c.line->>'count')::int as count,
      c.line->>'places' as places, c.line->'message'->>${reading.locale} as message, c.line->'fix'->>'kind' as fix,
      coalesce((c.line->'fix'->>'isSuggested')::boolean, false) as is_suggested, c.line->'fix'->>'written' as written, c.line->'fix'->>'means' as means,
      (c.line->'fix'->>'day')::date as day, (c.line->'fix'->>'year')::int as year, c.line->'fix'->>'field' as field,
      array(select v::int from jsonb_array_elements_text(coalesce(c.line->'fix'->'rows', '[]'::jsonb)) v) as rows
    from import_runs r cross join lateral jsonb_array_elements(r.causes) with ordinality c(line, position)
    where r.bureau_id = ${reading.bureau}`,
);

export const importNames = query(
  "import_names",
  { runId: "not null", position: "not null", written: "not null", means: "null" },
  (reading) => sql`
    select r.id as run_id, n.position, n.line->>'written' as written, n.line->>'means' as means
    from import_runs r cross join lateral jsonb_array_elements(coalesce(r.options->'names', '[]'::jsonb)) with ordinality n(line, position)
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

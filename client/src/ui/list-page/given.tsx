import { Tag } from "antd";
import type { ReactNode } from "react";
import { NodeName } from "../node-name.tsx";
import type { FilterField } from "./filters.tsx";

type Words<Value> = FilterField<Value>["words"];

/** Comes from elsewhere, as by a link, and can only be taken away. */
const taken = <Value extends string | true>(
  shown: (value: Value) => ReactNode,
  words: Words<Value>,
): FilterField<Value> => ({
  render: ({ value, onChange }) =>
    value === undefined ? null : (
      <Tag closable onClose={() => onChange(undefined)}>
        {shown(value)}
      </Tag>
    ),
  words,
});

export const given = <Value extends string | true = string>(words: (value: Value) => string) => taken(words, words);

/** Of a row, by its id. */
export const givenRow = (before = "") =>
  taken<string>(
    (id) => (
      <>
        {before} <NodeName id={id} />
      </>
    ),
    async (id, { nameOf }) => `${before} ${await nameOf(id)}`.trim(),
  );

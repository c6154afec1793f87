/** A value as PostgreSQL has it in JSON, as GraphQL has it. */
export function graphqlValue(type: string, value: unknown): unknown {
  if (value === null) return null;
  if (type === "DateTime") return new Date(String(value)).toISOString();
  return value;
}

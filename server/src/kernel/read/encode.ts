import { type GraphQLOutputType, getNamedType, isEnumType, isListType, isNonNullType } from "graphql";
import { type Fragment, sql } from "./fragment.ts";

/** The JSON text of an SQL value of a GraphQL leaf type, null where the value is null. */
export function encode(type: GraphQLOutputType, value: Fragment): Fragment {
  const nullable = isNonNullType(type) ? type.ofType : type;
  if (isListType(nullable)) return sql`array_to_json(${value})::text`;
  const named = getNamedType(nullable);
  if (isEnumType(named)) return quoted(value);
  switch (named.name) {
    case "ID":
      return quoted(value);
    case "Int":
    case "Boolean":
      return sql`(${value})::text`;
    case "LocalDate":
      return quoted(sql`to_char(${value}, 'YYYY-MM-DD')`);
    case "DateTime":
      return quoted(sql`to_char((${value}) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`);
    case "JSON":
      return sql`(${value})::text`;
    default:
      return sql`to_json(${value})::text`;
  }
}

const quoted = (value: Fragment) => sql`'"'||(${value})||'"'`;

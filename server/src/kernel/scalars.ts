import { GraphQLError, GraphQLScalarType } from "graphql";
import { GraphQLDateTime, GraphQLJSON, GraphQLLocalDate } from "graphql-scalars";

/** An instant (RFC 3339), of the years 1 to 9998 everywhere on earth. */
export const DateTime = within(GraphQLDateTime, (instant) => instant.getUTCFullYear(), 9998);
/** A day of the calendar, in China: 2026-11-22. */
export const LocalDate = within(GraphQLLocalDate, (day) => Number(day.slice(0, 4)), 9999);
export const Json = GraphQLJSON;

/** The scalar without the years that the database does not know, or that a time zone would carry past four digits. */
function within<T, S>(scalar: GraphQLScalarType<T, S>, yearOf: (value: T) => number, last: number) {
  const checked = (value: T): T => {
    const year = yearOf(value);
    if (year >= 1 && year <= last) return value;
    throw new GraphQLError(`${scalar.name} cannot represent the year ${year}.`);
  };
  return new GraphQLScalarType<T, S>({
    ...scalar.toConfig(),
    parseValue: (value) => checked(scalar.parseValue(value)),
    parseLiteral: (node, variables) => checked(scalar.parseLiteral(node, variables)),
  });
}

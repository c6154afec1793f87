import { GraphQLDateTime, GraphQLJSON, GraphQLLocalDate } from "graphql-scalars";

/** An instant (RFC 3339). */
export const DateTime = GraphQLDateTime;
/** A day of the calendar, in China: 2026-11-22. */
export const LocalDate = GraphQLLocalDate;
export const Json = GraphQLJSON;

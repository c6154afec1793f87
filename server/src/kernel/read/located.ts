import { GraphQLError } from "graphql";

/** Where a field's value stands in the answer: the keys of the fields above it and its own, without places in lists, of which there are none yet. */
export type Path = readonly string[];

/** The error as graphql-js tells one: with the place of the field that it is about. */
export function located(error: unknown, path: Path | undefined): unknown {
  if (!path?.length || !(error instanceof Error)) return error;
  if (!(error instanceof GraphQLError)) return new GraphQLError(error.message, { path, originalError: error });
  if (error.path) return error;
  const { message, nodes, originalError, extensions } = error;
  return new GraphQLError(message, { nodes, path, originalError, extensions });
}

/** Does what is done for the field under the key; where it throws, the path is left at that field. */
export function below<T>({ path }: { path: string[] }, key: string, work: () => T): T {
  path.push(key);
  const made = work();
  path.pop();
  return made;
}

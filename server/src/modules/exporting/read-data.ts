import { getVariableValues, type GraphQLSchema, Kind, type OperationDefinitionNode, parse } from "graphql";
import { actorOf, type Context } from "#kernel/context";
import { Invalid } from "#kernel/errors";
import { readOperation } from "#kernel/read/execute";

export const operationIn = (text: string) =>
  parse(text).definitions.find((each): each is OperationDefinitionNode => each.kind === Kind.OPERATION_DEFINITION)!;

/** What a document gives to the caller, as any program would be given it. */
export async function readData<Data>(
  ctx: Context,
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  given: Readonly<Record<string, unknown>>,
): Promise<Data> {
  const { variableDefinitions = [] } = operation;
  const { coerced: variables } = getVariableValues(schema, variableDefinitions, given, { maxErrors: 1 });
  if (!variables) throw new Invalid([{ path: ["variables"], code: "EXPORT_VARIABLES" }]);
  const { accountId } = actorOf(ctx);
  return JSON.parse(
    (await readOperation(ctx, { schema, fragments: {}, variables, accountId }, operation)).toString(),
  ) as Data;
}

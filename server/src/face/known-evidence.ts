import { type GraphQLSchema, Kind, type OperationDefinitionNode, parse } from "graphql";
import { actorOf, type Context } from "#kernel/context";
import { NotFound } from "#kernel/errors";
import { readOperation } from "#kernel/read/execute";
import { markScreens } from "#kernel/read/plan";
import { thumbnailMediaType } from "#modules/evidence";

const text = `query Evidence($id: ID!) { node(id: $id) { ... on EvidenceFile { mediaType keptDigest thumbnailDigest } } }`;

interface Known {
  mediaType: string;
  digest: string;
}

/** What is to be sent of a photo, to who sees it: asked as any program would ask. */
export function knownEvidence(schema: GraphQLSchema) {
  const operation = parse(text).definitions.find(
    (each): each is OperationDefinitionNode => each.kind === Kind.OPERATION_DEFINITION,
  )!;
  markScreens(operation);

  return async function known(ctx: Context, id: string, part: "picture" | "thumbnail"): Promise<Known> {
    const { accountId } = actorOf(ctx);
    const answer = await readOperation(ctx, { schema, fragments: {}, variables: { id }, accountId }, operation);
    const { node } = JSON.parse(answer.toString()) as { node: Record<string, string | null> | null };
    const digest = node?.[part === "picture" ? "keptDigest" : "thumbnailDigest"];
    const mediaType = part === "picture" ? node?.["mediaType"] : thumbnailMediaType;
    if (!digest || !mediaType) throw new NotFound([{ path: ["id"], code: "NOT_FOUND" }]);
    return { digest, mediaType };
  };
}

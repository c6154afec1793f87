import { type FragmentDefinitionNode, type GraphQLSchema, Kind, type OperationDefinitionNode, parse } from "graphql";
import { actorOf, type Context } from "#kernel/context";
import { NotFound } from "#kernel/errors";
import { readOperation } from "#kernel/read/execute";
import { markScreens } from "#kernel/read/plan";
import type { RevisionAnswer, WeekAnswer } from "#modules/lists";
import { textOfScreens } from "./trusted-documents.ts";

interface Of {
  memberId: string;
  unitId: string;
  week: string;
}

/** What the screens ask of a member's week, word by word: what is told on paper is what they show. */
export function knownWeeks(schema: GraphQLSchema) {
  const asked = { week: operationOf("MemberWeek"), revision: operationOf("SignedRevision") };

  return {
    async week(ctx: Context, of: Of): Promise<WeekAnswer> {
      const { threeLists } = await ask<{ threeLists: WeekAnswer | null }>(ctx, asked.week, { ...of });
      if (!threeLists?.member) throw new NotFound([{ path: ["memberId"], code: "NOT_FOUND" }]);
      return threeLists;
    },
    async revision(ctx: Context, id: string): Promise<RevisionAnswer> {
      const { node } = await ask<{ node: RevisionAnswer | null }>(ctx, asked.revision, { id });
      return node ?? absent();
    },
  };

  async function ask<Answer>(ctx: Context, { operation, fragments }: Asked, variables: Record<string, unknown>) {
    const { accountId } = actorOf(ctx);
    const answer = await readOperation(ctx, { schema, fragments, variables, accountId }, operation);
    return JSON.parse(answer.toString()) as Answer;
  }
}

interface Asked {
  operation: OperationDefinitionNode;
  fragments: Record<string, FragmentDefinitionNode>;
}

function operationOf(name: string): Asked {
  const { definitions } = parse(textOfScreens(name));
  const operation = definitions.find((each) => each.kind === Kind.OPERATION_DEFINITION)!;
  markScreens(operation);
  const fragments = definitions.filter((each) => each.kind === Kind.FRAGMENT_DEFINITION);
  return { operation, fragments: Object.fromEntries(fragments.map((each) => [each.name.value, each])) };
}

function absent(): never {
  throw new NotFound([{ path: ["reviewId"], code: "NOT_FOUND" }]);
}

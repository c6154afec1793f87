import type { DocumentNode, Kind } from "graphql";
import { type Client, type Exchange, makeOperation, type Operation, type OperationResult } from "urql";
import { filter, map, merge, pipe, share, tap } from "wonka";
import { onChanges } from "./changes.ts";
import { isTouched } from "./dependents.ts";
import { mayRetry, problemOf } from "./problem.ts";

interface Read {
  operation: Operation;
  /** Something on the screen shows it. */
  isShown: boolean;
  /** The number of the last request for it; an answer to an earlier one no longer counts. */
  request: number;
  isAsked: boolean;
  /** Something changed after that request, so that its answer may be of before. */
  isOutdated: boolean;
  /** The last one that had data. */
  answer?: OperationResult;
  /** Nothing changed since that answer was asked for. */
  isFresh: boolean;
}

const mostKept = 200;

/**
 * Keeps the last answer of each read, shows it at once where it is asked again, and asks the server again for all that is shown
 * and may have changed. Between changes a read has the answer to the last request for it, or one is on its way.
 */
export const keepAnswers: Exchange = ({ client, forward }) => {
  const reads = new Map<number, Read>();
  let requests = 0;

  onChanges(({ types }) => {
    for (const read of reads.values()) {
      if (!rootFieldsOf(read.operation.query).some((field) => isTouched(field, types))) continue;
      Object.assign(read, { isFresh: false, isOutdated: read.isAsked });
      if (read.isShown && !read.isAsked) askAgain(client, read.operation);
    }
  });

  function begin(operation: Operation) {
    const { key } = operation;
    const read = reads.get(key) ?? {
      request: 0,
      isAsked: false,
      isOutdated: false,
      isFresh: false,
      isShown: true,
      operation,
    };
    reads.delete(key);
    reads.set(key, Object.assign(read, { operation, isShown: true }));
    forgetOldest(reads);
  }

  function end(key: number) {
    const read = reads.get(key);
    if (read) Object.assign(read, { isShown: false, isAsked: false });
  }

  function give({ key, context: { requestPolicy } }: Operation): OperationResult {
    const read = reads.get(key)!;
    const stale = requestPolicy === "cache-and-network" || !read.isFresh || read.isAsked;
    if (stale && !read.isAsked) askAgain(client, read.operation);
    return { ...read.answer!, operation: read.operation, stale };
  }

  function send(operation: Operation): Operation {
    const read = operation.kind === "query" && reads.get(operation.key);
    if (!read) return operation;
    Object.assign(read, { request: ++requests, isAsked: true, isOutdated: false });
    return makeOperation(operation.kind, operation, { ...operation.context, request: read.request });
  }

  function receive(answer: OperationResult): OperationResult {
    const read = answer.operation.kind === "query" && reads.get(answer.operation.key);
    if (!read) return answer;
    const { isOutdated } = read;
    Object.assign(read, { isAsked: false, isFresh: !isOutdated && !answer.error });
    if (answer.data) read.answer = answer;
    if (isOutdated && !answer.error) askAgain(client, read.operation);
    const data = isUnanswered(answer) ? read.answer?.data : answer.data;
    return { ...answer, data, stale: isOutdated && !answer.error };
  }

  const isKept = ({ kind, key, context: { requestPolicy } }: Operation) =>
    kind === "query" && requestPolicy !== "network-only" && reads.get(key)?.answer !== undefined;

  const isLast = ({ operation: { kind, key, context } }: OperationResult) =>
    kind !== "query" || reads.get(key)?.request === context["request"];

  return (operations) => {
    const shared = pipe(
      operations,
      tap((operation) => {
        if (operation.kind === "teardown") end(operation.key);
        if (operation.kind === "query") begin(operation);
      }),
      share,
    );
    const kept = pipe(shared, filter(isKept), map(give));
    const asked = pipe(
      shared,
      filter((operation) => !isKept(operation)),
      map(send),
      forward,
      filter(isLast),
      map(receive),
    );
    return merge([kept, asked]);
  };
};

/** Nothing was said of what is shown, so it stays; where the server refuses it, it goes. */
function isUnanswered({ error }: OperationResult) {
  const problem = problemOf(error);
  return problem !== undefined && mayRetry(problem);
}

/** Once what is being given out has arrived. */
const askAgain = (client: Client, operation: Operation) =>
  client.reexecuteOperation(
    makeOperation(operation.kind, operation, { ...operation.context, requestPolicy: "network-only" }),
  );

function forgetOldest(reads: Map<number, Read>) {
  for (const [key, { isShown }] of reads) {
    if (reads.size <= mostKept) return;
    if (!isShown) reads.delete(key);
  }
}

/** As graphql names it: its list of all kinds would come along for one of them. */
const field = "Field" as Kind.FIELD;

const rootFieldsOf = ({ definitions }: DocumentNode) =>
  definitions.flatMap((definition) =>
    "operation" in definition && "selectionSet" in definition
      ? definition.selectionSet.selections.flatMap((node) => (node.kind === field ? [node.name.value] : []))
      : [],
  );

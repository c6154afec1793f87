import { parse } from "@0no-co/graphql.web";
import type { TypedDocumentNode } from "@graphql-typed-document-node/core";

/**
 * A document of which the browser is sent the text: a third of what its syntax tree takes, which is made of it where it is asked
 * for the first time. `documentId` is what the server knows it by; urql tells documents apart by it.
 */
export function operation<Data, Variables>(documentId: string, text: string): TypedDocumentNode<Data, Variables> {
  let definitions: TypedDocumentNode["definitions"] | undefined;
  const document = {
    kind: "Document",
    documentId,
    get definitions() {
      return (definitions ??= parse(text, { noLocation: true }).definitions as TypedDocumentNode["definitions"]);
    },
  };
  return document as TypedDocumentNode<Data, Variables>;
}

import { documentIds } from "@maple-bridge/schema/documents";

interface Body {
  operationName: string;
  variables?: Record<string, unknown>;
}

/** A browser names its operation by the id the server knows it by, instead of sending the text. */
export const trustedFetch: typeof fetch = (address, request) => {
  const { operationName, variables } = JSON.parse(request?.body as string) as Body;
  return fetch(address, {
    ...request,
    body: JSON.stringify({ id: documentIds[operationName], operationName, variables }),
  });
};

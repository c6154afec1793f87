import type { FormattedExecutionResult } from "graphql";

/** JSON text that goes out as it came from the database. */
class RawJson {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

export const rawJson = (text: string) => new RawJson(text) as unknown as Record<string, unknown>;

export function stringifyResult(result: FormattedExecutionResult): string {
  const { data } = result;
  return data instanceof RawJson ? `{"data":${data.text}}` : JSON.stringify(result);
}

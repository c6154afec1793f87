import type { Bureau } from "../../support/bureau.ts";
import type { Client } from "../../support/client.ts";

interface Sent {
  status: number;
  rows: number;
  name: string;
  bytes: Buffer;
  errors: { extensions: { code: string; fields: { path: string[]; code: string }[] } }[];
}

/** Asks for a list as a file, as the screens do. */
export async function exported(bureau: Bureau, client: Client, layout: string, body: object = {}): Promise<Sent> {
  const response = await bureau.app.fastify.inject({
    method: "POST",
    url: `/exports/${layout}`,
    headers: { ...client.headers, "x-maple-export": "1", "content-type": "application/json" },
    payload: JSON.stringify(body),
  });
  return {
    status: response.statusCode,
    rows: Number(response.headers["x-maple-rows"]),
    name: decodeURIComponent(String(response.headers["content-disposition"] ?? "").split("''")[1] ?? ""),
    bytes: response.rawPayload,
    errors: response.statusCode === 200 ? [] : response.json<{ errors: Sent["errors"] }>().errors,
  };
}

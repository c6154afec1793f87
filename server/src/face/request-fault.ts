import { Refusal } from "#kernel/errors";

/** A request that is no question at all; `detail` is a key of the message files. */
export class RequestFault extends Refusal {
  readonly code = "BAD_REQUEST";
  readonly status: number;

  constructor(status: number, detail: string, params?: Record<string, string | number>) {
    super([], detail, params);
    this.status = status;
  }
}

/** What Fastify's errors are to the caller. */
const details: Readonly<Record<string, string>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: "BODY_TOO_LARGE",
  FST_REQ_FILE_TOO_LARGE: "BODY_TOO_LARGE",
  FST_ERR_CTP_INVALID_MEDIA_TYPE: "MEDIA_TYPE",
  FST_ERR_CTP_INVALID_JSON_BODY: "BODY_NOT_JSON",
  FST_ERR_CTP_EMPTY_JSON_BODY: "BODY_NOT_JSON",
  FST_ERR_BAD_URL: "ADDRESS_MALFORMED",
};

/** The fault that an error of the HTTP server stands for; undefined for one that is the server's own. */
export function requestFaultOf(error: Error): RequestFault | undefined {
  const { statusCode = 500, code = "" } = error as { statusCode?: number; code?: string };
  if (code === "ECONNRESET" && error.message === "aborted") return new RequestFault(400, "CALLER_GONE");
  if (statusCode >= 500) return undefined;
  return new RequestFault(statusCode, details[code] ?? "BAD_REQUEST", { said: error.message });
}

export const isConnectionLoss = (error: unknown) =>
  error instanceof Error &&
  "code" in error &&
  typeof error.code === "string" &&
  /^(CONNECTION_|ECONN|EPIPE|57P0)/.test(error.code);

import { CombinedError } from "urql";
import { currentLocale } from "../../lib/locale.ts";
import { mayRetry, type Problem, problemOf } from "../../lib/problem.ts";
import { asOwner } from "../../lib/whose.ts";

export interface Photo {
  itemId: string;
  digest: string;
  bytes: Uint8Array<ArrayBuffer>;
  /** From 0 to 1. */
  onProgress(part: number): void;
}

const pauses = [1_000, 4_000];
const longestMs = 90_000;

/** Sends a photo, and again where no answer came: the same one of an item is there once, however often it arrives. */
export async function sendPhoto(photo: Photo): Promise<Problem | undefined> {
  let problem = await sendOnce(photo);
  for (const pause of pauses) {
    if (!problem || !mayRetry(problem)) break;
    await new Promise((resolve) => setTimeout(resolve, pause));
    problem = await sendOnce(photo);
  }
  return problem;
}

async function sendOnce(photo: Photo): Promise<Problem | undefined> {
  let response: Response | undefined;
  try {
    response = await asOwner((own) => post(photo, own));
    if (response.ok) return undefined;
    const { errors } = (await response.json()) as { errors: { message: string }[] };
    return problemOf(new CombinedError({ graphQLErrors: errors, response }));
  } catch (error) {
    return problemOf(new CombinedError({ networkError: error as Error, response }));
  }
}

/** By the older interface, which tells how much has gone. */
function post({ itemId, digest, bytes, onProgress }: Photo, own: Record<string, string>): Promise<Response> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", `/evidence/${encodeURIComponent(itemId)}`);
    const headers = {
      ...own,
      "content-type": "application/octet-stream",
      "x-maple-digest": digest,
      "x-maple-locale": currentLocale(),
    };
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.timeout = longestMs;
    request.upload.addEventListener("progress", ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0));
    request.addEventListener("load", () => resolve(responseOf(request)));
    for (const failure of ["error", "timeout", "abort"] as const)
      request.addEventListener(failure, () => reject(new TypeError("The photo could not be sent.")));
    request.send(bytes);
  });
}

function responseOf(request: XMLHttpRequest): Response {
  const whose = request.getResponseHeader("x-maple-viewer");
  return new Response(request.responseText, {
    status: request.status,
    headers: whose === null ? {} : { "x-maple-viewer": whose },
  });
}

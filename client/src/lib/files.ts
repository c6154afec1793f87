import { CombinedError } from "urql";
import { currentLocale } from "./locale.ts";
import { type Problem, problemOf } from "./problem.ts";
import { ownFetch } from "./whose.ts";

/** Files go beside GraphQL; what goes wrong with them is told in the same words. */
export type Answer<Data> = { data: Data; problem?: undefined } | { data?: undefined; problem: Problem };

interface Kept {
  blob: Blob;
  name: string | undefined;
}

/** Fetches a file and hands it to the browser to keep, under the name given or else the server's. */
export async function keepFile(
  address: string,
  name?: string,
  request: RequestInit = {},
): Promise<Problem | undefined> {
  const { data, problem } = await askFile<Kept>(address, request, async (response) => ({
    blob: await response.blob(),
    name: name ?? nameIn(response),
  }));
  if (!data) return problem;
  hand(data);
  return undefined;
}

function hand(data: Kept) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(data.blob);
  link.download = data.name ?? "";
  link.click();
  URL.revokeObjectURL(link.href);
}

function nameIn({ headers }: Response): string | undefined {
  const encoded = /filename\*=UTF-8''([^;]+)/.exec(headers.get("content-disposition") ?? "")?.[1];
  return encoded && decodeURIComponent(encoded);
}

/** A list as a file, by what the page asks it with. */
export function keepExport(
  layout: string,
  asked: object,
  { name, format }: { name: string; format: "xlsx" | "csv" },
): Promise<Problem | undefined> {
  return keepFile(`/exports/${layout}`, `${name}.${format}`, exportRequest({ ...asked, format }));
}

const exportRequest = (asked: object): RequestInit => ({
  method: "POST",
  headers: { "content-type": "application/json", "x-maple-export": "1" },
  body: JSON.stringify(asked),
});

/** What a screen shows of a list, as the server reads it. */
export interface ShownList {
  /** The id of its document. */
  document: string | undefined;
  variables: object | undefined | void;
  list?: string | undefined;
  ids?: readonly string[] | undefined;
  caption: string;
  /** What it is filtered by, in words. */
  said?: string | undefined;
  columns: readonly object[];
}

/** A list as a file, in the columns in which it is shown; whether it is too long to be waited for, and comes later. */
export async function keepShownList(
  shown: ShownList,
  { name, format }: { name: string; format: "xlsx" | "csv" },
): Promise<Answer<{ isForLater: boolean }>> {
  const request = exportRequest({ ...shown, format });
  const answer = await askFile<Kept | undefined>("/exports/list", request, async (response) =>
    response.status === 202 ? undefined : { blob: await response.blob(), name: `${name}.${format}` },
  );
  if (answer.problem) return answer;
  if (answer.data) hand(answer.data);
  return { data: { isForLater: answer.data === undefined } };
}

/** What is to be printed: a list as it is shown, and what of a row says to which sheet it belongs. */
export interface ToPrint extends ShownList {
  /** Telephone numbers are among what is printed. */
  hasPhones?: boolean;
  by?: string;
  /** What stands in a cell where there is nothing: a column of it alone is left out of its sheet. */
  blank?: string;
}

/** A list as texts, as the server gives it. */
interface Printed {
  caption: string;
  unit: string;
  maker: string;
  day: string;
  columns: string[];
  sheets: { title: string | null; rows: (string | number)[][] }[];
}

export interface Sheet {
  title: string | null;
  columns: string[];
  rows: (string | number)[][];
}

/** A list as texts, to be laid out on paper. */
export interface Paper extends Omit<Printed, "columns" | "sheets"> {
  sheets: Sheet[];
  /** What stands over its rows besides. */
  notes: string[];
}

/** All rows of a list for paper: one reads them as one takes a file. */
export const askPaper = (asked: Omit<ToPrint, "blank">): Promise<Answer<Printed>> =>
  askFile("/exports/paper", exportRequest(asked), (response) => response.json() as Promise<Printed>);

/** What the server knows a document by. */
export const documentIdOf = (document: object) => (document as { documentId?: string }).documentId;

export async function askFile<Data>(
  address: string,
  request: RequestInit,
  read: (response: Response) => Promise<Data>,
): Promise<Answer<Data>> {
  const headers = { ...request.headers, "x-maple-locale": currentLocale() };
  let response: Response | undefined;
  try {
    response = await ownFetch(address, { ...request, headers, credentials: "same-origin" });
    if (response.ok) return { data: await read(response) };
    const { errors } = (await response.json()) as { errors: { message: string }[] };
    return { problem: problemOf(new CombinedError({ graphQLErrors: errors, response }))! };
  } catch (error) {
    return { problem: problemOf(new CombinedError({ networkError: error as Error, response }))! };
  }
}

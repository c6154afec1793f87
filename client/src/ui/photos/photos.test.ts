// @vitest-environment happy-dom
import type { EvidencePhotoFragment } from "@maple-bridge/schema/documents";
import { createElement, type ReactNode } from "react";
import { flushSync } from "react-dom";
import { createRoot, type Root } from "react-dom/client";
import { Provider } from "urql";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { makeClient } from "../../lib/graphql-client.ts";
import { loadWordsInside, startLocale, withWords } from "../../lib/locale.ts";
import { EvidenceStrip } from "./evidence-strip.tsx";
import { PhotoInput } from "./photo-input.tsx";
import { sha256 } from "./sha256.ts";
import { sizeWithin } from "./shrink.ts";

interface Posted {
  address: string;
  headers: Record<string, string>;
  bytes: Uint8Array;
}

/** What the server got of photos, and what it says to each in turn: a status, or nothing where the line is dead. */
const posted: Posted[] = [];
const answers: (number | "no line")[] = [];

/** The browser's older interface for requests, as far as it is used. */
class Requests extends EventTarget {
  upload = new EventTarget();
  headers: Record<string, string> = {};
  address = "";
  status = 0;
  responseText = "";
  open(_method: string, address: string) {
    this.address = address;
  }
  setRequestHeader(name: string, value: string) {
    this.headers[name] = value;
  }
  getResponseHeader() {
    return null;
  }
  send(bytes: Uint8Array) {
    posted.push({ address: this.address, headers: this.headers, bytes });
    const answer = answers.shift() ?? 200;
    const refusal = {
      message: "no",
      extensions: { code: "INVALID", fields: [{ path: ["file"], code: "PHOTO_HEIC", message: "HEIC!" }] },
    };
    this.responseText = JSON.stringify(answer === 200 ? {} : { errors: [refusal] });
    this.status = answer === "no line" ? 0 : answer;
    queueMicrotask(() => this.dispatchEvent(new Event(answer === "no line" ? "error" : "load")));
  }
}

/** The inputs of commands that were sent, by the command's name. */
const commands: [string, Record<string, unknown>][] = [];

let root: Root;
let place: HTMLElement;

beforeEach(async () => {
  vi.stubGlobal("XMLHttpRequest", Requests);
  vi.stubGlobal("fetch", async (_address: string, { body }: { body: string }) => {
    const { operationName, variables } = JSON.parse(body) as {
      operationName: string;
      variables: { input: Record<string, unknown> };
    };
    commands.push([operationName, variables.input]);
    const field = operationName[0]!.toLowerCase() + operationName.slice(1);
    return Response.json({ data: { [field]: operationName === "AnnounceEvidence" ? [] : { id: "item" } } });
  });
  HTMLImageElement.prototype.decode = async () => {};
  for (const list of [posted, answers, commands]) list.length = 0;
  await startLocale();
  await loadWordsInside();
  await withWords("work", async () => undefined)();
  place = document.body.appendChild(document.createElement("div"));
  root = createRoot(place);
});
afterEach(() => {
  root.unmount();
  place.remove();
  vi.unstubAllGlobals();
});

const show = (shown: ReactNode) =>
  flushSync(() => root.render(createElement(Provider, { value: makeClient(() => undefined) }, shown)));

const photo = (id: string, given: Partial<EvidencePhotoFragment> = {}): EvidencePhotoFragment => ({
  id,
  round: 1,
  sentDigest: id,
  url: `/evidence/${id}`,
  thumbnailUrl: `/evidence/${id}/thumbnail`,
  width: 10,
  height: 10,
  receivedAt: "2026-01-01T00:00:00Z",
  isSupplement: false,
  member: null,
  viewerMay: [],
  ...given,
});

const itemWith = (...evidence: EvidencePhotoFragment[]) => ({ id: "item", round: 1, photosAtLeast: 2, evidence });

async function choose(...texts: string[]) {
  const chooser = place.querySelector<HTMLInputElement>("input[multiple]")!;
  const files = texts.map((text) => new File([text], `${text}.jpg`, { type: "image/jpeg" }));
  Object.defineProperty(chooser, "files", { value: files, configurable: true });
  chooser.dispatchEvent(new Event("change", { bubbles: true }));
  await vi.waitFor(() => expect(commands.length + posted.length).toBeGreaterThan(0));
}
/** Waits until it holds. */
const settle = (expected: () => void) => vi.waitFor(expected, { timeout: 5_000 });
const digestOf = (text: string) => sha256(new TextEncoder().encode(text));

test("photos that are chosen are announced together, sent one after another under their digests, and leave the list", async () => {
  show(createElement(PhotoInput, { item: itemWith() }));
  await choose("one", "two", "one");
  const digests = [await digestOf("one"), await digestOf("two")];
  await settle(() => expect(posted).toHaveLength(2));
  expect(commands).toMatchObject([["AnnounceEvidence", { itemId: "item", sentDigests: digests }]]);
  expect(posted.map(({ address, headers }) => [address, headers["x-maple-digest"]])).toEqual(
    digests.map((digest) => ["/evidence/item", digest]),
  );
  await settle(() => expect(place.querySelectorAll("li")).toHaveLength(0));
});

test("one whose line breaks is sent again by itself; one that is refused says why, is tried again, and is given up", async () => {
  answers.push("no line", 200, 400, 400);
  const digest = await digestOf("two");
  const item = itemWith(photo("kept", { sentDigest: digest, url: null, thumbnailUrl: null }));
  show(createElement(PhotoInput, { item }));
  await choose("one", "two");
  await settle(() => expect(place.querySelector("[role=alert]")?.textContent).toContain("HEIC!"));
  expect(posted.map(({ bytes }) => new TextDecoder().decode(bytes))).toEqual(["one", "one", "two"]);
  const [again, remove] = [...place.querySelectorAll<HTMLButtonElement>(".photos-tile button")];
  again!.click();
  await settle(() => expect(posted).toHaveLength(4));
  await settle(() => expect(place.querySelector("[role=alert]")).not.toBeNull());
  [...place.querySelectorAll<HTMLButtonElement>(".photos-tile button")].at(-1)!.click();
  expect(remove).toBeDefined();
  await settle(() => expect(commands.at(-1)).toMatchObject(["RemoveEvidence", { id: "kept" }]));
});

test("of this round's photos those that may be are taken back; how many are in and asked for is said", async () => {
  const come = photo("come", { viewerMay: ["REMOVE_EVIDENCE"] });
  show(createElement(PhotoInput, { item: itemWith(come, photo("past", { round: 0 }), photo("other")) }));
  expect(place.querySelectorAll(".photos-tile")).toHaveLength(2);
  expect(place.querySelector("[role=status]")!.textContent).toBe("已传 2 张，至少 2 张");
  const buttons = place.querySelectorAll<HTMLButtonElement>(".photos-tile button");
  expect(buttons).toHaveLength(1);
  buttons[0]!.click();
  await settle(() => expect(commands).toMatchObject([["RemoveEvidence", { id: "come" }]]));
});

test("a strip shows what has come, each by its thumbnail", async () => {
  show(createElement(EvidenceStrip, { photos: [photo("one"), photo("lost", { url: null, thumbnailUrl: null })] }));
  expect([...place.querySelectorAll("img")].map((image) => image.getAttribute("src"))).toEqual([
    "/evidence/one/thumbnail",
  ]);
  show(createElement(EvidenceStrip, { photos: [] }));
  expect(place.textContent).toBe("没有照片");
});

test("A75: a large photo is sent with its longest side at 2048 pixels, a small one as it is", () => {
  expect(sizeWithin(4000, 3000)).toEqual({ width: 2048, height: 1536 });
  expect(sizeWithin(3000, 6000)).toEqual({ width: 1024, height: 2048 });
  expect(sizeWithin(800, 600)).toEqual({ width: 800, height: 600 });
  expect(sizeWithin(20_000, 1)).toEqual({ width: 2048, height: 1 });
});

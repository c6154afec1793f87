import { canariesIn } from "./canaries.ts";
import type { Caller } from "./callers.ts";
import { knownLeaks } from "./known-faults.ts";
import { mayKnow } from "./sight.ts";
import type { Answer, Ask, Stage } from "./stage.ts";

/** Asks, and keeps what was told to those who may not know it. */
export function watch(stage: Stage) {
  const told = new Map<string, string>();
  let asked = 0;
  return {
    async ask(caller: Caller, ask: Ask): Promise<Answer> {
      const answer = await stage.ask(caller, ask);
      asked++;
      for (const [what, text] of toldTooMuch(caller, ask, answer))
        if (!told.has(what)) told.set(what, `${caller.name} is told ${text} by ${JSON.stringify(ask).slice(0, 2_000)}`);
      return answer;
    },
    asked: () => asked,
    /** Leaks by kind, but for the known ones. */
    leaks: () => [...told].filter(([what]) => !(what in knownLeaks)).map(([, how]) => how),
    known: () => [...told.keys()].filter((what) => what in knownLeaks).sort(),
  };
}

const doers = "actorName|signer|decider|speaker|drawer|checker";

/** Whoever sees what was done is told by whose account, in its place: no leak of the bureau's own. */
const withoutDoers = (body: string, { bureau }: Caller) =>
  body.replaceAll(new RegExp(`"(${doers})":"canary-${bureau}-self\\d+-accounts\\.(name|display_name)[^"]*"`, "g"), "");

/** What an answer tells that the caller neither said nor may know, and its kind: whose, and of which column. */
export function toldTooMuch(caller: Caller, ask: unknown, { headers, body }: Answer): [what: string, text: string][] {
  const told = canariesIn(`${withoutDoers(body, caller)}\n${JSON.stringify(headers)}`);
  const said = told.size > 0 ? canariesIn(JSON.stringify(ask)) : told;
  return [...told]
    .filter(([text, each]) => !said.has(text) && !mayKnow(caller, each))
    .map(([text, { bureau, audience, place }]) => [
      `${bureau === caller.bureau ? "" : "another bureau's "}${audience} ${place.replace(/\.\d+$/, "")}`,
      text,
    ]);
}

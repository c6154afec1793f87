import { globSync, readFileSync } from "node:fs";
import { basename, dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const modules = fileURLToPath(new URL("../../server/src/modules", import.meta.url));

/** The functions of modules in whose SQL the pattern stands, as module/file: name. */
function saying(pattern: RegExp): string[] {
  const found = globSync(`${modules}/*/*.ts`)
    .filter((path) => !path.endsWith(".test.ts"))
    .flatMap((path) => {
      const text = readFileSync(path, "utf8");
      const file = `${basename(dirname(path))}/${basename(path)}`;
      return [...text.matchAll(pattern)].map(({ index }) => `${file}: ${functionAt(text, index)}`);
    });
  return [...new Set(found)].sort();
}

const functionAt = (text: string, index: number) =>
  [...text.slice(0, index).matchAll(/^(?:export )?(?:async )?(?:function|const) (\w+)/gm)].at(-1)?.[1] ?? "";

const sorted = (listed: object) => Object.keys(listed).sort();

/** Statements that hold rows past `lockSeen` and so past the sight that a type declares, and why. */
const heldByHand: Record<string, string> = {
  "assignments/ground.store.ts: membersOf":
    "read and held with all else that bears on candidates, in the one statement of the hottest command; by the sight that Member declares",
  "assignments/seats-of-member.store.ts: lockSeatsElsewhere":
    "what follows for a member in sight follows for all of the member's seats",
  "assignments/seats-of-member.store.ts: lockSeatsPast":
    "what follows for a member in sight follows for all of the member's seats",
  "assignments/standard.store.ts: lockDutyHolders": "the bureau's row, by which its standards wait for each other",
  "assignments/standard.store.ts: lockStandards": "the bureau's row, by which its standards wait for each other",
  "auth/account.store.ts: lockToSignIn": "nobody is signed in yet",
  "auth/consent.store.ts: expireAllConsents": "a job's: nobody asks",
  "auth/lock-out.store.ts: forgetOldTries": "a job's: nobody asks",
  "auth/role-grant.store.ts: hasOtherAdministrator": "a bureau has an administrator, whoever sees them",
  "auth/session.store.ts: dropOldSessions": "a job's: nobody asks",
  "calendar/calendar.store.ts: lockCalendar": "the bureau's row, by which its calendars wait for each other",
  "catalogue/line.store.ts: lockCatalogue": "the bureau's row, by which its duty lines wait for each other",
  "checklists/make-runs.store.ts: holdMade": "a job's: nobody asks",
  "evidence/stored-files.store.ts: nextUnused": "a job's: nobody asks",
  "imports/ground-still.store.ts: assertAsTheyWere": "all that a file was planned on, by portions of it",
  "imports/ground.store.ts: fingerprintOf": "all that a file was planned on, as a whole",
  "imports/import-deeds.store.ts: recordNext": "a job's: nobody asks",
  "imports/import.store.ts: lockUnderWay": "a job's: nobody asks",
  "imports/import.store.ts: nextToExpire": "a job's: nobody asks",
  "imports/import.store.ts: settleImport": "a job's: nobody asks",
  "imports/standing-on.store.ts: changedSince":
    "what an import in sight has made or changed, by administrators of the whole bureau, who see all of it",
  "matters/matter-category.store.ts: lockCategories": "the bureau's row, by which its categories wait for each other",
  "matters/matter.store.ts: lockMatterBehind": "what follows for work in sight follows for its matter",
  "matters/matter.store.ts: holdOpenWork": "what follows for a matter in sight follows for all of its work",
  "matters/sealed-contact.store.ts: eraseContacts": "a job's: nobody asks",
  "members/member.store.ts: lockNamedMember": "whom a row in sight names already, in sight or not",
  "organisation/division.store.ts: divisionsByCode": "by their codes; everyone's",
  "work/hold-work.store.ts: itemStatement":
    "held with all that a step is decided by, in one round trip; by the sight that WorkItem declares",
  "rechecks/recheck.store.ts: lockRecheckOf": "of an item that is held and in sight, which its checker may check",
  "organisation/unit.store.ts: lockRoot": "keeps the tree's shape still, whoever sees it",
  "exporting/list-export.store.ts: nextToClear": "a job's: nobody asks",
  "exporting/list-export.store.ts: saveUnderWay": "a job's: nobody asks",
  "work/deadline.store.ts: lockRules": "the bureau's row, by which its rules wait for each other",
  "work/follow-places.store.ts: holdElsewhere": "what follows for a grid follows for all work of its seats; or a job's",
  "work/follow-places.store.ts: holdLeftBehind":
    "what follows for a member follows for all of the member's work; or a job's",
  "work/handover.store.ts: holdItems": "what follows for a handover in sight follows for all of its work",
  "work/recompute.store.ts: holdOpenAfter": "a job's: nobody asks",
  "work/runs.store.ts: holdOpenRuns": "what follows for a grid follows for all of its runs; or a job's",
  "work/ticks.store.ts: holdDue": "a job's: nobody asks",
};

it("rows are held by lockSeen, by the sight that their type declares; what goes past it has a reason", () => {
  expect(saying(/\bfor (?:no key update|update|key share|share)\b/g)).toEqual(sorted(heldByHand));
});

/** Statements that insert or update past `insert`, `insertNow` and `update`, and why. */
const writtenByHand: Record<string, string> = {
  "auth/consent.store.ts: expireAllConsents": "by a condition, a portion at a time",
  "auth/consent.store.ts: expireConsents": "by a condition, all of an account's",
  "auth/known-device.store.ts: keepDevice": "the row that is there is brought up to date",
  "auth/lock-out.store.ts: lockTries": "held by inserting, there or not",
  "auth/lock-out.store.ts: writeTries": "known by whose and from where, not by an id",
  "auth/session.store.ts: claimSignIn": "the kernel's table, for who has no command yet",
  "auth/session.store.ts: endSessions": "by a condition, all of an account's",
  "auth/session.store.ts: insertSession": "its end follows from the bureau's row",
  "checklists/make-runs.store.ts: saveMadeThrough":
    "only as long as nobody has changed it since; nobody sees it, so no version",
  "evidence/stored-files.store.ts: layDown": "a file that is there already is laid down anew",
  "exporting/list-export.store.ts: reportRead": "no version: nobody but its job goes on with it",
  "imports/import-deeds.store.ts: leaveDeeds": "a portion as bytes, which Node does not take apart",
  "imports/import-errors.store.ts: keepErrors": "a portion as bytes, which Node does not take apart",
  "imports/import-file.store.ts: dropFile":
    "the preview goes with the file, behind the change of the run that raised its version",
  "imports/import-file.store.ts: keepFile": "a portion as bytes, which Node does not take apart",
  "imports/import.store.ts: reportProgress": "no version: whoever carries a run on knows it by that",
  "imports/made.store.ts: forgetBefore": "what is kept with a run, behind a change of the run that raised its version",
  "imports/made.store.ts: keepMade": "no row of a type: what an import has made, kept with it",
  "imports/take-back.store.ts: putBack": "a thousand rows, each with values of its own",
  "imports/take-back.store.ts: takeBack": "a thousand rows, each with a value of its own",
  "imports/write-grids.store.ts: openGridsEarlier": "a thousand rows, each with a value of its own",
  "imports/write-grids.store.ts: updateGrids": "a thousand rows, each with values of its own",
  "imports/write-members.store.ts: updateMembers": "a thousand rows, each with values of its own",
  "lists/review-look.store.ts: recordLook": "the row that is there is brought up to date",
  "lists/sign-told.store.ts: insertOpen": "what is told of the past is signed with rows that are written as JSON",
  "lists/sign-told.store.ts: saveFrozen":
    "hundreds of weeks at once, whose digests the database works out as it writes them",
  "work/number.store.ts: giveNumbersBack": "many at once, and only where they are still the last ones",
  "work/number.store.ts: nextNumber": "held by inserting, there or not, and counted on by one",
  "work/number.store.ts: takeNumbers": "many at once, and only where they are still the next ones",
  "work/open-runs.store.ts: openRuns": "many seats at once, each left alone where it has its run already",
  "work/runs.store.ts: endLateFilling": "by a condition, all of a checklist's",
  "work/ticks.store.ts: saveNextTicks": "many rows, each with a value of its own; nobody sees it, so no version",
};

it("rows are written by insert, insertNow and update; what goes past them has a reason", () => {
  const writing = /\binsert into\b|(?<!key )\bupdate\s+(?:\$\{[^}]+\}|"?[a-z_]+"?)(?:\s+[a-z]+)?\s+set\b/g;
  expect(saying(writing)).toEqual(sorted(writtenByHand));
});

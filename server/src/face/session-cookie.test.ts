import { describe, expect, it } from "vitest";
import { readSessionCookie, sessionCookies } from "./session-cookie.ts";

describe("over https", () => {
  it("a session comes by a name that only this host can set, and takes one under the other name away", () => {
    const [own, other] = sessionCookies("secret", true, new Date(0));
    expect(own).toMatch(/^__Host-maple_session=secret; Path=\/; HttpOnly; SameSite=Lax; Secure; Expires=/);
    expect(own).not.toContain("Domain");
    expect(other).toMatch(/^maple_session=; .*Expires=Thu, 01 Jan 1970/);
  });

  it("counts by that name alone", () => {
    expect(readSessionCookie("maple_session=theirs; __Host-maple_session=own", true)).toBe("own");
    expect(readSessionCookie("maple_session=theirs", true)).toBeUndefined();
    expect(readSessionCookie("x__Host-maple_session=theirs", true)).toBeUndefined();
  });

  it("is taken away under both", () => {
    for (const each of sessionCookies(null, true)) expect(each).toMatch(/_session=; .*Expires=Thu, 01 Jan 1970/);
  });
});

it("over plain http a session has the plain name, and no other counts", () => {
  expect(sessionCookies("secret", false)).toEqual(["maple_session=secret; Path=/; HttpOnly; SameSite=Lax"]);
  expect(readSessionCookie("a=b; maple_session=own", false)).toBe("own");
  expect(readSessionCookie("__Host-maple_session=other", false)).toBeUndefined();
});

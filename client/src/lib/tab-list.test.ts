import { expect, test } from "vitest";
import { afterClosing, mostTabs, type PageTab, withTab } from "./tab-list.ts";

const tab = (to: string, search = ""): PageTab => ({ to, href: to + search });

test("a page has one tab, which keeps its place and takes its latest address", () => {
  const { tabs } = withTab([tab("/grids"), tab("/members")], tab("/grids", "?q=a"));
  expect(tabs).toEqual([tab("/grids", "?q=a"), tab("/members")]);
});

test("the one that has stood longest goes where there would be too many", () => {
  const full = Array.from({ length: mostTabs }, (_, index) => tab(`/page-${index}`));
  const { tabs, gone } = withTab(full, tab("/grids"));
  expect(tabs).toEqual([...full.slice(1), tab("/grids")]);
  expect(gone).toEqual(full[0]);
  expect(withTab(full.slice(1), tab("/grids")).gone).toBeUndefined();
});

test("what is closed leads to its neighbour, and to nothing where another one is shown", () => {
  const tabs = [tab("/"), tab("/grids"), tab("/members")];
  expect(afterClosing(tabs, "/grids", "/grids")).toEqual(tab("/members"));
  expect(afterClosing(tabs, "/members", "/members")).toEqual(tab("/grids"));
  expect(afterClosing(tabs, "/", "/grids")).toBeUndefined();
  expect(afterClosing([tab("/")], "/", "/")).toBeUndefined();
});

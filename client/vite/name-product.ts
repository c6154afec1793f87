import { readFileSync } from "node:fs";
import type { Plugin } from "vite";

const named = (locale: string): string =>
  JSON.parse(readFileSync(new URL(`../src/messages/${locale}/shell.json`, import.meta.url), "utf8")).product;

/** Before any words have come it is not known in which language: the page has the product's name in both. */
export const nameProduct = (): Plugin => ({
  name: "name-product",
  transformIndexHtml: {
    order: "pre",
    handler: (html) => html.replace("%PRODUCT%", [...new Set([named("zh-CN"), named("en")])].join(" ")),
  },
});

import { launchBrowser } from "./support/browser.ts";
const browser = await launchBrowser();
const base = "http://localhost:4914";
const [who = "admin@140802", ...what] = process.argv.slice(2);
for (const locale of (process.env.LOCALES ?? "zh-CN,en").split(","))
  for (const width of (process.env.WIDTHS ?? "1440,390").split(",").map(Number)) {
    const context = await browser.newContext({ viewport: { width, height: 900 } });
    const page = await context.newPage();
    page.on("console", (m) => m.type() === "error" && console.log("console:", m.text()));
    page.on("pageerror", (e) => console.log("pageerror:", e.message));
    await page.addInitScript((l) => localStorage.setItem("maple.locale", l), locale);
    await page.goto(base);
    await page.locator("input").first().fill(who);
    await page.locator("input[type=password]").fill("lookaround-2026");
    await page.keyboard.press("Enter");
    await page.locator("main").waitFor();
    await page.waitForTimeout(1500);
    for (const each of what) {
      const [path, ...presses] = each.split("|");
      await page.goto(base + path);
      await page.waitForTimeout(2500);
      for (const press of presses) {
        if (press.startsWith("fill:")) await page.locator(".ant-modal input").first().fill(press.slice(5));
        else if (press.startsWith("key:")) await page.keyboard.press(press.slice(4));
        else
          await page
            .getByRole("button", { name: new RegExp(press) })
            .first()
            .click();
        await page.waitForTimeout(1200);
      }
      const name = `/tmp/out/lists/${locale}-${width}-${each.replace(/[^\w一-鿿]+/g, "_")}.png`;
      await page.screenshot({ path: name });
      console.log(name);
    }
    await context.close();
  }
await browser.close();

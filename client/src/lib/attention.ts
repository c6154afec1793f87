const attentiveMs = 60_000;
const signsOfLife = ["pointermove", "pointerdown", "keydown", "wheel"];

let lastSign = Date.now();
for (const sign of signsOfLife)
  window.addEventListener(sign, () => (lastSign = Date.now()), { capture: true, passive: true });

/** What is asked meanwhile is asked by the screen itself, and keeps nobody signed in. */
export const isNobodyHere = () => Date.now() - lastSign > attentiveMs;

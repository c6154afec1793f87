import { Suspense, useState } from "react";
import { lazily } from "../lib/lazily.ts";
import { withWords } from "../lib/locale.ts";
import { AccountButton } from "./account-button.tsx";

const AccountDropdown = lazily(
  withWords("keys", () => import("./account-dropdown.tsx")),
  "AccountDropdown",
);

export function AccountMenu() {
  const [wasAsked, setAsked] = useState(false);
  if (!wasAsked) return <AccountButton onClick={() => setAsked(true)} />;
  return (
    <Suspense fallback={<AccountButton loading />}>
      <AccountDropdown />
    </Suspense>
  );
}

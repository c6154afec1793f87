import { Link } from "@tanstack/react-router";
import { may, useViewer } from "../../lib/viewer.tsx";
import { accountsRoute } from "./routes.tsx";

interface HolderProps {
  account: { id: string; displayName: string; signInName: string };
}

/** Whose it is; leads to the account for those who may see it. */
export function Holder({ account }: HolderProps) {
  const viewer = useViewer();
  const name = may(viewer, "SEE_ACCOUNTS") ? (
    <Link to={accountsRoute.to} search={{ open: account.id }}>
      {account.displayName}
    </Link>
  ) : (
    account.displayName
  );
  return (
    <>
      {name} <span className="note">{account.signInName}</span>
    </>
  );
}

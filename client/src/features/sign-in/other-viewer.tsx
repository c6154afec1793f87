import { ViewerDocument } from "@maple-bridge/schema/documents";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { renew } from "../../lib/leave.ts";
import { nameOfOwner } from "../../lib/whose.ts";
import { Door } from "./door.tsx";
import { doorClient } from "./door-client.ts";

/** All that is left of a page once somebody else has signed in to the browser. */
export function OtherViewer() {
  const { t } = useTranslation("sign-in");
  const [other, setOther] = useState<{ name: string; displayName: string }>();
  useEffect(() => {
    void doorClient
      .query(ViewerDocument, {})
      .toPromise()
      .then(({ data }) => setOther(data?.viewer));
  }, []);
  const owner = nameOfOwner();
  return (
    <Door title={t("other.title")}>
      <div role="alert">
        {owner ? <p>{t("other.whose", { name: owner })}</p> : null}
        <p>{other ? t("other.now", { name: `${other.displayName} ${other.name}` }) : t("other.nowAnother")}</p>
      </div>
      <p className="note">{t("other.note")}</p>
      <button type="button" className="door-submit" onClick={renew}>
        {other ? t("other.goAs", { name: other.displayName }) : t("other.go")}
      </button>
    </Door>
  );
}

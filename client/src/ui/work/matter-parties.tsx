import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { dayText } from "../../lib/dates.ts";
import { lazily } from "../../lib/lazily.ts";
import { may } from "../../lib/viewer.tsx";
import { Later } from "../later.tsx";
import type { Matter } from "./matter.ts";

const OpenContactDialog = lazily(() => import("./open-contact-dialog.tsx"), "OpenContactDialog");

/** Parties by their roles alone; who may open how one is reached does it here. */
export function MatterParties({ contacts }: Pick<Matter, "contacts">) {
  const { t } = useTranslation("work");
  return (
    <ul className="work-lines" aria-label={t("party.title")}>
      {contacts.map((contact) => (
        <Party key={contact.id} contact={contact} />
      ))}
    </ul>
  );
}

function Party({ contact }: { contact: Matter["contacts"][number] }) {
  const { t } = useTranslation("work");
  const [open, setOpen] = useState(false);
  const { role, isSealed, erasedAt } = contact;
  return (
    <li>
      <strong>{t(`party.role.${role}`)}</strong>
      <span className="note">
        {isSealed ? t("party.isSealed") : erasedAt ? t("party.erased", { day: dayText(erasedAt) }) : t("party.none")}
      </span>
      {may(contact, "OPEN_SEALED_CONTACT") ? (
        <Button size="small" onClick={() => setOpen(true)}>
          {t("party.open")}
        </Button>
      ) : null}
      <Later when={open}>
        <OpenContactDialog contact={contact} open={open} onClose={() => setOpen(false)} />
      </Later>
    </li>
  );
}

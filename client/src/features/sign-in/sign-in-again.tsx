import { type KeyboardEvent, useId, useLayoutEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Provider } from "urql";
import { changePasswordAddress, signInAddress } from "../../lib/doors.ts";
import { leaveFor, renew } from "../../lib/leave.ts";
import { useViewer } from "../../lib/viewer.tsx";
import { here, lookAgain, tellOfComing } from "../../lib/whose.ts";
import { doorClient } from "./door-client.ts";
import { type SignedIn, SignInForm } from "./sign-in-page.tsx";
import "./door.css";

/** Stands over the page while its session is over, and lets nothing of it be seen or done; what was filled in stays below. */
export function SignInAgain() {
  const { t } = useTranslation("sign-in");
  const { id: own, name, displayName } = useViewer();
  const titleId = useId();
  const cover = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const dialog = cover.current!;
    dialog.showModal();
    dialog.querySelector<HTMLElement>("[name=password]")?.focus();
    return () => dialog.close();
  }, []);

  function onSignedIn({ id, mustChangePassword }: SignedIn) {
    if (id !== own) return renew();
    if (mustChangePassword) return leaveFor(changePasswordAddress({ back: here(), first: true }));
    tellOfComing();
    return lookAgain();
  }

  return (
    <dialog
      ref={cover}
      className="door-cover"
      aria-labelledby={titleId}
      onCancel={(event) => event.preventDefault()}
      onClose={() => cover.current?.showModal()}
      onKeyDown={keepFromPage}
    >
      <div className="door">
        <div className="door-box">
          <h1 id={titleId}>{t("again.title")}</h1>
          <p className="note">{t("again.note", { name: displayName })}</p>
          <Provider value={doorClient}>
            <SignInForm name={name} onSignedIn={onSignedIn} />
          </Provider>
          <button type="button" className="quiet-button door-leave" onClick={() => leaveFor(signInAddress())}>
            {t("again.leave")}
          </button>
        </div>
      </div>
    </dialog>
  );
}

/** What is open below listens to keys of the whole document. */
const keepFromPage = (event: KeyboardEvent) => event.stopPropagation();

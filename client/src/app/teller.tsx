import { CheckCircleFilled, CloseCircleFilled, InfoCircleFilled } from "@ant-design/icons";
import { Modal } from "antd";
import { useCallback, useEffect, useRef, useState } from "react";
import { createPortal } from "react-dom";
import { begin, type SaidTone } from "../lib/telling.ts";
import "./teller.css";

interface Said {
  id: number;
  tone: SaidTone;
  words: string;
}

const shownMs = 3_000;
const most = 3;
const looks = {
  plain: { className: "teller-said teller-plain", Icon: InfoCircleFilled },
  done: { className: "teller-said teller-done", Icon: CheckCircleFilled },
  refused: { className: "teller-said teller-refused", Icon: CloseCircleFilled },
};

/** Where what is said in passing shows, and what is asked. */
export function Teller() {
  const [modal, asked] = Modal.useModal();
  const [said, say] = useSaid();
  useEffect(() => begin({ say, modal }), [say, modal]);
  return (
    <>
      {asked}
      {createPortal(
        <div className="teller" role="status">
          {said.map(({ id, tone, words }) => {
            const { className, Icon } = looks[tone];
            return (
              <div key={id} className={className}>
                <Icon aria-hidden /> <span>{words}</span>
              </div>
            );
          })}
        </div>,
        document.body,
      )}
    </>
  );
}

/** Each for a moment, a few at a time. */
function useSaid() {
  const [said, setSaid] = useState<readonly Said[]>([]);
  const last = useRef(0);
  const say = useCallback((tone: SaidTone, words: string) => {
    const id = ++last.current;
    setSaid((before) => [...before, { id, tone, words }].slice(-most));
    window.setTimeout(() => setSaid((before) => before.filter((each) => each.id !== id)), shownMs);
  }, []);
  return [said, say] as const;
}

import { message as messages, Modal } from "antd";
import { useEffect } from "react";
import { begin } from "../lib/telling.ts";

/** Where what is said in passing shows, and what is asked. */
export function Teller() {
  const [message, said] = messages.useMessage({ maxCount: 3 });
  const [modal, asked] = Modal.useModal();
  useEffect(() => begin({ message, modal }), [message, modal]);
  return (
    <>
      {asked}
      {said}
    </>
  );
}

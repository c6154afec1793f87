import { App } from "antd";
import { useTranslation } from "react-i18next";
import type { TypedDocumentNode } from "urql";
import { useCommand } from "../../lib/use-command.ts";
import { useTellProblem } from "../use-tell-problem.ts";
import type { Deed } from "./deeds.ts";

interface Doable {
  id: string;
  number: string;
  version: number;
}

type Sendable = TypedDocumentNode<object, { input: { id: string; expectedVersion?: number; idempotencyKey: string } }>;

/** Takes a step that asks for nothing: it says that it is done, or why it was refused. */
export function useAtOnce(deed: Deed & ({ plain: unknown } | { assess: unknown }), item: Doable, onDone: () => void) {
  const { t } = useTranslation("work");
  const { message } = App.useApp();
  const tell = useTellProblem();
  const document = ("plain" in deed ? deed.plain : deed.assess) as Sendable;
  const [send, running] = useCommand(document);
  async function act() {
    if (running) return;
    const { id, version, number } = item;
    const { problem } = await send("assess" in deed ? { id, expectedVersion: version } : { id });
    if (problem) return tell(problem);
    void message.success(t("done", { deed: t(`deed.${deed.word}`), number }));
    onDone();
  }
  return [() => void act(), running] as const;
}

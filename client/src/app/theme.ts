import type { ThemeConfig } from "antd";
import { tones } from "../ui/tones.ts";

export const theme: ThemeConfig = {
  // The hash class is written with :where(), which browsers of the intranet may not know.
  hashed: false,
  token: {
    colorPrimary: tones.accent.words,
    colorLink: tones.accent.words,
    colorInfo: tones.accent.words,
    colorSuccess: tones.good.words,
    colorWarning: tones.soon.words,
    colorError: tones.bad.words,
    colorText: "#1f2530",
    colorTextSecondary: "#4a5160",
    colorTextDescription: "#4a5160",
    colorTextPlaceholder: "#6a7180",
    colorBorder: "#c4c9d2",
    fontSize: 14,
    borderRadius: 4,
    fontFamily: `system-ui, -apple-system, "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif`,
    motionDurationMid: "0.1s",
    motionDurationSlow: "0.15s",
  },
  components: {
    Table: { headerBg: "#f5f6f8", headerSplitColor: "transparent", cellPaddingBlockSM: 6, rowHoverBg: "#f2f6fc" },
    Drawer: { paddingLG: 16 },
  },
};

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
    colorErrorBg: tones.bad.ground,
    colorErrorBorder: tones.bad.edge,
    colorWarningBg: tones.soon.ground,
    colorWarningBorder: tones.soon.edge,
    colorSuccessBg: tones.good.ground,
    colorSuccessBorder: tones.good.edge,
    colorInfoBg: tones.accent.ground,
    colorInfoBorder: tones.accent.edge,
    motion: false,
  },
  components: {
    Table: { headerBg: "#f5f6f8", headerSplitColor: "transparent", cellPaddingBlockSM: 6, rowHoverBg: "#f2f6fc" },
    Alert: { withDescriptionPadding: "8px 12px", withDescriptionIconSize: 16 },
    Drawer: { paddingLG: 16 },
  },
};

import type { ThemeConfig } from "antd";
import dark from "antd/es/theme/themes/dark";
import { colourOf } from "../lib/theme.ts";

/** The kit's theme by our colours, as they are now. */
export function themeNow(isDark: boolean): ThemeConfig {
  const quiet = colourOf("quiet");
  return {
    // The hash class is written with :where(), which browsers of the intranet may not know.
    hashed: false,
    ...(isDark && { algorithm: dark }),
    token: {
      colorPrimary: colourOf("accent"),
      colorLink: colourOf("accent"),
      colorInfo: colourOf("accent"),
      colorSuccess: colourOf("good"),
      colorWarning: colourOf("soon"),
      colorError: colourOf("bad"),
      colorText: colourOf("words"),
      colorTextSecondary: quiet,
      colorTextDescription: quiet,
      colorTextPlaceholder: colourOf("faint"),
      colorBorder: colourOf("edge"),
      fontSize: 14,
      borderRadius: 4,
      fontFamily: `system-ui, -apple-system, "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif`,
      colorErrorBg: colourOf("bad-ground"),
      colorErrorBorder: colourOf("bad-edge"),
      colorWarningBg: colourOf("soon-ground"),
      colorWarningBorder: colourOf("soon-edge"),
      colorSuccessBg: colourOf("good-ground"),
      colorSuccessBorder: colourOf("good-edge"),
      colorInfoBg: colourOf("accent-ground"),
      colorInfoBorder: colourOf("accent-edge"),
      motion: false,
      ...(isDark && groundsInDark()),
    },
    components: {
      Table: {
        headerBg: colourOf("head"),
        headerSplitColor: "transparent",
        cellPaddingBlockSM: 6,
        rowHoverBg: colourOf("hover"),
      },
      Alert: { withDescriptionPadding: "8px 12px", withDescriptionIconSize: 16 },
      Drawer: { paddingLG: 16 },
      ...(isDark && partsInDark()),
    },
  };
}

/** Its accent is light there, so that words on it are dark. */
const groundsInDark = () => ({
  colorBgContainer: colourOf("paper"),
  colorBgElevated: colourOf("raised"),
  colorBgLayout: colourOf("ground"),
  colorBgSpotlight: colourOf("told"),
  colorTextLightSolid: colourOf("on-accent"),
  colorBorderSecondary: colourOf("line"),
});

const partsInDark = () => ({
  Image: { colorTextLightSolid: colourOf("on-photo") },
  Slider: {
    handleColor: colourOf("accent"),
    handleActiveColor: colourOf("accent-pressed"),
    dotBorderColor: colourOf("edge"),
  },
});

pragma Singleton

import QtQuick

QtObject {
    id: theme

    /// "light", "dark" or "system"
    property string scheme: "system"
    property bool reduceMotion: false
    property real textScale: 1  ///< from 0.8 to 2

    readonly property SystemPalette systemPalette: SystemPalette {}
    readonly property bool systemDark: systemPalette.windowText.hslLightness
                                       > systemPalette.window.hslLightness
    readonly property bool dark: scheme === "system" ? systemDark : scheme === "dark"

    readonly property color background: dark ? "#141618" : "#FAFAF8"
    readonly property color surface: dark ? "#1B1E21" : "#FFFFFF"
    readonly property color raised: dark ? "#24282C" : "#F1F1EE"
    readonly property color text: dark ? "#ECEDEE" : "#1B1C1E"
    readonly property color muted: dark ? "#A0A6AD" : "#5F646B"
    readonly property color border: dark ? "#2E3338" : "#E2E2DD"
    readonly property color accent: dark ? "#5EEAD4" : "#0F766E"
    readonly property color overAccent: dark ? "#06201D" : "#FFFFFF"
    readonly property color accentSoft: dark ? "#14383A" : "#DDF3EF"
    readonly property color danger: dark ? "#FDA29B" : "#B42318"
    readonly property color warning: dark ? "#FEC84B" : "#B54708"
    readonly property color success: dark ? "#75E0A7" : "#067647"

    /// Of listings: keyword, type, text, number, comment, added, removed.
    readonly property list<color> syntax: dark
        ? ["#D2A8FF", "#79C0FF", "#A5D6A7", "#FFB86B", "#9AA4AE", "#75E0A7", "#FDA29B"]
        : ["#7B2FA8", "#0B5CAD", "#11692F", "#9A4A00", "#5F646B", "#067647", "#B42318"]

    readonly property int space1: 4
    readonly property int space2: 8
    readonly property int space3: 12
    readonly property int space4: 16
    readonly property int space5: 24
    readonly property int space6: 32

    readonly property int radius: 8
    readonly property int cardRadius: 12
    readonly property int controlHeight: Math.round(20 * textScale) + 16
    readonly property int smallControlHeight: Math.round(16 * textScale) + 12

    readonly property int readingWidth: Math.round(720 * Math.max(1, 0.75 * textScale))  ///< at most

    readonly property int textSize: Math.round(14 * textScale)
    readonly property int figureSize: Math.round(12 * textScale)
    readonly property int headingSize: Math.round(20 * textScale)
    readonly property int subheadingSize: Math.round(17 * textScale)
    readonly property int titleSize: Math.round(15 * textScale)
    readonly property int codeSize: Math.round(13 * textScale)
    readonly property int lineHeight: Math.round(22 * textScale)
    readonly property string codeFamily: Qt.platform.os === "osx" ? "Menlo"
                                       : Qt.platform.os === "windows" ? "Consolas" : "monospace"

    readonly property int motion: reduceMotion ? 0 : 150
}

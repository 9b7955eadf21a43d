pragma Singleton

import QtQuick

QtObject {
    id: theme

    /// "light", "dark" or "system"
    property string scheme: "system"
    property bool reduceMotion: false

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

    readonly property int space1: 4
    readonly property int space2: 8
    readonly property int space3: 12
    readonly property int space4: 16
    readonly property int space5: 24
    readonly property int space6: 32

    readonly property int radius: 8
    readonly property int cardRadius: 12
    readonly property int controlHeight: 36

    readonly property int textSize: 14
    readonly property int figureSize: 12
    readonly property int headingSize: 20
    readonly property int titleSize: 15
    readonly property int lineHeight: 22

    readonly property int motion: reduceMotion ? 0 : 150
}

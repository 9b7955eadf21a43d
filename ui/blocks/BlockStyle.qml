pragma Singleton

import QtQuick
import Canter.Theme

/// How the classes of a block's rich text look.
QtObject {
    /// Shows which words were drafted.
    property bool draftsMarked: false

    readonly property string css: "<style>"
        + "a { color: " + Theme.accent + "; }"
        + ".code { font-family: '" + Theme.codeFamily + "'; font-size: " + Theme.codeSize + "px;"
        + " background-color: " + Theme.raised + "; }"
        + ".math { font-style: italic; }"
        + (draftsMarked ? ".drafted { background-color: " + Theme.accentSoft + "; }" : "")
        + "</style>"
}

pragma Singleton

import QtQuick
import Canter.Theme

/// How the classes of a block's rich text look.
QtObject {
    readonly property string css: "<style>"
        + "a { color: " + Theme.accent + "; }"
        + ".code { font-family: '" + Theme.codeFamily + "'; font-size: " + Theme.codeSize + "px;"
        + " background-color: " + Theme.raised + "; }"
        + ".math { font-style: italic; }"
        + ".drafted { background-color: " + Theme.accentSoft + "; }"
        + "</style>"
}

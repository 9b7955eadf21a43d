import QtQuick
import Canter.Theme

/// Appears while the message is pointed at or the keyboard is here; its place is always kept.
IconButton {
    id: button

    required property bool shown

    symbolSize: 16
    implicitWidth: 28
    implicitHeight: Theme.smallControlHeight
    opacity: shown || activeFocus ? 1 : 0
    Behavior on opacity { NumberAnimation { duration: Theme.motion } }
}

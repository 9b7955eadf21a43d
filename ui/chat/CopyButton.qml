import QtQuick
import Canter.Theme

/// Appears while the message is pointed at or the keyboard is here; its place is always kept.
IconButton {
    id: button

    required property bool shown

    text: done.running ? qsTr("Copied") : qsTr("Copy")
    symbol: done.running ? "check" : "copy"
    symbolSize: 16
    implicitWidth: 28
    implicitHeight: 28
    opacity: shown || activeFocus || done.running ? 1 : 0
    Behavior on opacity { NumberAnimation { duration: Theme.motion } }
    onClicked: done.restart()

    Timer { id: done; interval: 1400 }
}

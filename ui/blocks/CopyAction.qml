import QtQuick
import Canter.Theme

/// Says for a moment that it has copied.
IconButton {
    implicitWidth: 28
    implicitHeight: Theme.smallControlHeight
    symbolSize: 16
    text: done.running ? qsTr("Copied") : qsTr("Copy")
    symbol: done.running ? "check" : "copy"
    onClicked: done.restart()

    Timer { id: done; interval: 1400 }
}

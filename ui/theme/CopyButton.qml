import QtQuick

/// Says for a moment that it has copied.
QuietAction {
    text: done.running ? qsTr("Copied") : qsTr("Copy")
    symbol: done.running ? "check" : "copy"
    onClicked: done.restart()

    Timer { id: done; interval: 1400 }
}

import QtQuick

/// Shows where the keyboard is. Lies just outside of the control it is put into.
Rectangle {
    required property Item control
    property bool shown: control.visualFocus ?? control.activeFocus

    anchors.fill: parent
    anchors.margins: -3
    radius: Theme.radius + 3
    color: "transparent"
    border.width: 2
    border.color: Theme.accent
    visible: shown
}

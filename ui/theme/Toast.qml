import QtQuick
import QtQuick.Layouts

/// Says for a while what has just been done, with a way back.
Rectangle {
    id: toast

    property string text
    property string actionText
    property bool shown: false
    signal acted()
    signal dismissed()

    function show() {
        shown = true
        patience.restart()
    }

    implicitWidth: row.implicitWidth + Theme.space4 + Theme.space1
    implicitHeight: Math.max(44, row.implicitHeight + 2 * Theme.space1)
    radius: Theme.cardRadius
    color: Theme.surface
    border.color: Theme.border
    opacity: shown ? 1 : 0
    visible: opacity > 0
    Behavior on opacity { NumberAnimation { duration: Theme.motion } }
    Accessible.role: Accessible.AlertMessage
    Accessible.name: text

    // Stays while somebody is about to use it.
    Timer {
        id: patience

        interval: 10000
        running: toast.shown && !hover.hovered && !action.activeFocus && !closer.activeFocus
        onTriggered: { toast.shown = false; toast.dismissed() }
    }
    HoverHandler { id: hover }

    RowLayout {
        id: row

        anchors.fill: parent
        anchors.leftMargin: Theme.space4
        anchors.rightMargin: Theme.space1
        spacing: Theme.space2

        Label {
            Layout.fillWidth: true
            Layout.maximumWidth: 320 * Math.max(1, Theme.textScale * 0.7)
            text: toast.text
            wrapMode: Text.Wrap
            maximumLineCount: 3
            Accessible.ignored: true
        }
        TextButton {
            id: action

            visible: toast.actionText
            text: toast.actionText
            color: Theme.accent
            quiet: true
            onClicked: { toast.shown = false; toast.acted() }
        }
        IconButton {
            id: closer

            symbol: "close"
            text: qsTr("Dismiss")
            onClicked: { toast.shown = false; toast.dismissed() }
        }
    }
}

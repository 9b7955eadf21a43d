import QtQuick
import QtQuick.Controls.Basic as Basic
import QtQuick.Layouts
import Canter.Theme
import Canter.Window

/// What every key does.
Dialog {
    id: dialog

    required property Commands commands

    title: qsTr("Keys")
    onOpened: closeButton.forceActiveFocus()

    ListView {
        id: list

        Layout.fillWidth: true
        Layout.preferredHeight: Math.min(contentHeight, dialog.parent.height - 220)
        model: [{ name: qsTr("Send the message"), keys: qsTr("Enter") },
                { name: qsTr("Begin a new line"), keys: qsTr("Shift+Enter") },
                { name: qsTr("Bring back an earlier question"), keys: "↑" },
                { name: qsTr("Rename the chat in the list"), keys: "F2" },
                { name: qsTr("Move the chat in the list to the trash"), keys: qsTr("Del") }]
            .concat(dialog.commands.those(each => each.keys))
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        activeFocusOnTab: true
        keyNavigationEnabled: true
        Accessible.role: Accessible.List
        Accessible.name: dialog.title
        Basic.ScrollBar.vertical: ScrollBar {}

        delegate: CommandRow {
            required property var modelData

            width: list.width
            name: modelData.name
            keys: modelData.keys
            hoverEnabled: false
            current: list.activeFocus && ListView.isCurrentItem
        }
    }
    DialogButtons {
        TextButton {
            id: closeButton

            text: qsTr("Close")
            onClicked: dialog.close()
        }
    }
}

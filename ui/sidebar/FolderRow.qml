import QtQuick
import QtQuick.Controls.Basic as Basic
import Canter.Theme

/// A folder of the list: unfolds on click, is renamed in place, takes chats that are dropped on it.
Basic.ItemDelegate {
    id: row

    required property string title
    required property bool collapsed
    required property int chats
    property bool ringed: false  ///< the keyboard is on it
    property bool marked: false  ///< what is dragged would go here
    property alias editing: field.editing
    readonly property bool pointedAt: hovered || menu.visible

    signal renamed(string name)
    signal removalWanted()
    signal editingEnded()

    function showMenu() { menu.popup(row, 0, height) }
    function edit() { field.edit(title) }

    implicitHeight: Theme.controlHeight + 4
    hoverEnabled: true
    focusPolicy: Qt.NoFocus
    Accessible.role: Accessible.ListItem
    Accessible.name: title
    Accessible.description: qsTr("Folder with %n chat(s)", "", chats)
    Accessible.checkable: true
    Accessible.checked: !collapsed

    contentItem: Item {
        Icon {
            id: arrow

            anchors { left: parent.left; leftMargin: -2; verticalCenter: parent.verticalCenter }
            name: "next"
            size: 14
            color: Theme.muted
            rotation: !row.collapsed ? 90 : row.mirrored ? 180 : 0
            Behavior on rotation { NumberAnimation { duration: Theme.motion } }
        }
        Label {
            anchors { left: arrow.right; leftMargin: Theme.space2; right: trailing.left; rightMargin: Theme.space2 }
            anchors.verticalCenter: parent.verticalCenter
            visible: !field.editing
            text: row.title
            font.weight: Font.Medium
            Accessible.ignored: true
        }
        Item {
            id: trailing

            anchors { right: parent.right; verticalCenter: parent.verticalCenter }
            width: 28
            height: 28
            visible: !field.editing

            Label {
                anchors { right: parent.right; verticalCenter: parent.verticalCenter }
                visible: !row.pointedAt
                text: row.chats
                color: Theme.muted
                font.pixelSize: Theme.figureSize
                Accessible.ignored: true
            }
            IconButton {
                anchors { right: parent.right; rightMargin: -4; verticalCenter: parent.verticalCenter }
                visible: row.pointedAt
                space: 10
                symbol: "more"
                text: qsTr("More")
                hoverFill: Theme.border
                focusPolicy: Qt.NoFocus
                onClicked: menu.popup(this, 0, height + 2)
            }
        }
        TitleField {
            id: field

            anchors { fill: parent; leftMargin: -6; rightMargin: -6 }
            Accessible.name: qsTr("Name of the folder")
            onKept: text => row.renamed(text)
            onEnded: row.editingEnded()
        }
    }
    leftPadding: Theme.space3
    rightPadding: Theme.space3
    topPadding: 5
    bottomPadding: 5
    background: Rectangle {
        radius: Theme.radius
        color: row.marked ? Theme.accentSoft : row.pointedAt ? Theme.raised : "transparent"
        border { width: row.marked ? 1 : 0; color: Theme.accent }

        FocusRing { control: row; shown: row.ringed; anchors.margins: 0; radius: Theme.radius }
        RightClick { onClicked: menu.popup() }
    }

    Menu {
        id: menu

        MenuItem {
            text: qsTr("Rename")
            symbol: "rename"
            onTriggered: row.edit()
        }
        MenuItem {
            text: qsTr("Delete the folder, keep its chats")
            symbol: "trash"
            color: Theme.danger
            onTriggered: row.removalWanted()
        }
    }
}

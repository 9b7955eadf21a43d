import QtQuick
import QtQuick.Controls.Basic as Basic
import Canter.Theme

/// One conversation of the list: opens on click, is renamed in place.
Basic.ItemDelegate {
    id: row

    required property var conversation
    required property var folder  ///< 0: in none
    required property string title
    required property string when
    required property bool answering
    required property bool pinned
    required property var folders
    property bool shown: false   ///< its conversation is the one in the window
    property bool ringed: false  ///< the keyboard is on it
    property alias editing: field.editing
    readonly property bool pointedAt: hovered || menu.visible

    signal renamed(string title)
    signal removalWanted()
    signal pinWanted()
    signal copyWanted()
    signal folderWanted(var folder)  ///< 0: out of the one that it is in
    signal newFolderWanted()
    signal markdownWanted()
    signal jsonWanted()
    signal pdfWanted()
    signal printWanted()
    signal editingEnded()
    signal dragged(point place)
    signal dropped()

    function showMenu() { menu.popup(row, 0, height) }
    function edit() { field.edit(title) }

    implicitHeight: Theme.controlHeight + 4
    hoverEnabled: true
    focusPolicy: Qt.NoFocus
    Accessible.role: Accessible.ListItem
    Accessible.name: title
    Accessible.description: answering ? qsTr("Answering") : when
    Accessible.selected: shown

    contentItem: Item {
        Label {
            anchors { left: parent.left; right: trailing.left; rightMargin: Theme.space2 }
            anchors.verticalCenter: parent.verticalCenter
            visible: !row.editing
            text: row.title
            font.weight: row.shown ? Font.Medium : Font.Normal
            Accessible.ignored: true
        }
        Item {
            id: trailing

            anchors { right: parent.right; verticalCenter: parent.verticalCenter }
            width: Math.max(28, time.implicitWidth)
            height: 28
            visible: !row.editing

            Label {
                id: time

                anchors { right: parent.right; verticalCenter: parent.verticalCenter }
                visible: !row.answering && !row.pointedAt
                text: row.when
                color: Theme.muted
                font.pixelSize: Theme.figureSize
                Accessible.ignored: true
            }
            Rectangle {
                anchors { right: parent.right; rightMargin: 4; verticalCenter: parent.verticalCenter }
                visible: row.answering && !row.pointedAt
                width: 8
                height: 8
                radius: 4
                color: Theme.accent
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
            Accessible.name: qsTr("Title of the chat")
            onKept: text => row.renamed(text)
            onEnded: row.editingEnded()
        }
    }
    readonly property real inset: folder > 0 ? Theme.space6 : Theme.space3

    leftPadding: mirrored ? Theme.space3 : inset
    rightPadding: mirrored ? inset : Theme.space3
    topPadding: 5
    bottomPadding: 5
    background: Rectangle {
        radius: Theme.radius
        color: row.shown || row.pointedAt ? Theme.raised : "transparent"

        Rectangle {
            visible: row.shown
            anchors { left: parent.left; verticalCenter: parent.verticalCenter }
            width: 3
            height: 18
            radius: 1.5
            color: Theme.accent
        }
        FocusRing { control: row; shown: row.ringed; anchors.margins: 0; radius: Theme.radius }
        // Not in the row itself, which would then take any button's click for its own.
        RightClick { onClicked: menu.popup() }
        DragHandler {
            target: null
            acceptedDevices: PointerDevice.Mouse
            onActiveChanged: if (!active) row.dropped()
            onCentroidChanged: if (active) row.dragged(centroid.position)
        }
    }

    Menu {
        id: menu

        MenuItem {
            text: row.pinned ? qsTr("Unpin") : qsTr("Pin")
            symbol: "pin"
            onTriggered: row.pinWanted()
        }
        MenuItem {
            text: qsTr("Rename")
            symbol: "rename"
            onTriggered: row.edit()
        }
        MenuItem {
            text: qsTr("Move to a folder…")
            symbol: "folder"
            onTriggered: places.popup(row, 0, row.height)
        }
        MenuItem {
            text: qsTr("Duplicate")
            symbol: "duplicate"
            onTriggered: row.copyWanted()
        }
        MenuItem {
            text: qsTr("Export as Markdown…")
            symbol: "export"
            onTriggered: row.markdownWanted()
        }
        MenuItem {
            text: qsTr("Export as JSON…")
            symbol: "export"
            onTriggered: row.jsonWanted()
        }
        MenuItem {
            text: qsTr("Save as PDF…")
            symbol: "export"
            onTriggered: row.pdfWanted()
        }
        MenuItem {
            text: qsTr("Print…")
            symbol: "print"
            onTriggered: row.printWanted()
        }
        MenuItem {
            text: qsTr("Delete")
            symbol: "trash"
            color: Theme.danger
            onTriggered: row.removalWanted()
        }
    }

    Menu {
        id: places

        Instantiator {
            model: row.folders
            onObjectAdded: (index, item) => places.insertItem(index, item)
            onObjectRemoved: (index, item) => places.removeItem(item)

            MenuItem {
                required property var modelData

                visible: modelData.id !== row.folder
                height: visible ? implicitHeight : 0
                text: modelData.name
                symbol: "folder"
                onTriggered: row.folderWanted(modelData.id)
            }
        }
        MenuItem {
            text: qsTr("New folder")
            symbol: "add"
            onTriggered: row.newFolderWanted()
        }
        MenuItem {
            visible: row.folder > 0
            height: visible ? implicitHeight : 0
            text: qsTr("Out of the folder")
            symbol: "close"
            onTriggered: row.folderWanted(0)
        }
    }
}

import QtQuick
import QtQuick.Controls.Basic as Basic
import Canter.Theme

/// One conversation of the list: opens on click, is renamed in place.
Basic.ItemDelegate {
    id: row

    required property int index
    required property var conversation
    required property string title
    required property string when
    required property bool answering
    required property bool pinned
    property bool shown: false   ///< its conversation is the one in the window
    property bool ringed: false  ///< the keyboard is on it
    property bool editing: false
    readonly property bool pointedAt: hovered || menu.visible

    signal renamed(string title)
    signal removalWanted()
    signal pinWanted()
    signal copyWanted()
    signal markdownWanted()
    signal jsonWanted()
    signal editingEnded()

    function showMenu() { menu.popup(row, 0, height) }
    function edit() { editing = true; field.text = title; field.forceActiveFocus(); field.selectAll() }
    function finish(keep) {
        if (!editing) return
        editing = false
        field.focus = false
        if (keep) renamed(field.text)
        editingEnded()
    }

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
        Basic.TextField {
            id: field

            anchors { fill: parent; leftMargin: -6; rightMargin: -6 }
            visible: row.editing
            leftPadding: 6
            rightPadding: 6
            topPadding: 0
            bottomPadding: 0
            font.pixelSize: Theme.textSize
            color: Theme.text
            selectionColor: Theme.accent
            selectedTextColor: Theme.overAccent
            selectByMouse: true
            Accessible.name: qsTr("Title of the chat")
            background: Rectangle {
                radius: 6
                color: Theme.surface
                border.width: 2
                border.color: Theme.accent
            }
            Keys.priority: Keys.BeforeItem
            Keys.forwardTo: [CandidateKeys { field: field }]
            // Taken here, else the list below would open the conversation or stop an answer.
            Keys.onReturnPressed: row.finish(true)
            Keys.onEnterPressed: row.finish(true)
            Keys.onEscapePressed: row.finish(false)
            Keys.onShortcutOverride: event => event.accepted = event.key === Qt.Key_Escape
            onActiveFocusChanged: if (!activeFocus) row.finish(true)
        }
    }
    leftPadding: Theme.space3
    rightPadding: Theme.space3
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
        TapHandler {
            acceptedButtons: Qt.RightButton
            onTapped: menu.popup()
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
            text: qsTr("Delete")
            symbol: "trash"
            color: Theme.danger
            onTriggered: row.removalWanted()
        }
    }
}

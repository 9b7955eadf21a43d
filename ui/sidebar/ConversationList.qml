import QtQuick
import QtQuick.Controls.Basic as Basic
import Canter.Theme
import Canter.Session
import Canter.Sidebar

/// The chats: pinned ones, folders, then the others by age. A chat is dragged into a folder and out.
ListView {
    id: list

    required property Session session
    required property SidebarController controller
    property bool marksShown: true  ///< the chat that is in the window
    readonly property bool mirrored: LayoutMirroring.enabled
    signal chosen()

    property var dragged: 0  ///< the chat that is
    property string dragTitle
    property point dragPoint
    property var dragOrigin: 0  ///< the folder that it comes from
    property var dragFolder: 0  ///< where it would go

    function removeCurrent() {
        if (currentItem?.conversation > 0) controller.remove(currentItem.conversation)
    }
    function openCurrent() {
        if (!currentItem) return
        if (currentItem.conversation === 0) return collapseCurrent(!currentItem.collapsed)
        session.openConversation(currentItem.conversation)
        chosen()
    }
    function collapseCurrent(collapsed) {
        if (currentItem?.conversation === 0) controller.collapseFolder(currentItem.folder, collapsed)
    }
    function drag(conversation, folder, title, point) {
        dragged = conversation
        dragOrigin = folder
        dragTitle = title
        dragPoint = point
        dragFolder = itemAt(10, point.y + contentY)?.folder ?? 0
    }
    function drop() {
        if (dragged > 0 && dragFolder !== dragOrigin) controller.move(dragged, dragFolder)
        dragged = 0
    }

    model: controller.conversations
    clip: true
    spacing: 2
    boundsBehavior: Flickable.StopAtBounds
    activeFocusOnTab: count > 0
    keyNavigationEnabled: true
    currentIndex: -1
    highlightMoveDuration: Theme.motion
    Accessible.role: Accessible.List
    Accessible.name: qsTr("Chats")
    onActiveFocusChanged: if (activeFocus && currentIndex < 0)
        currentIndex = Math.max(0, model.rowOf(session.current))
    Keys.onReturnPressed: openCurrent()
    Keys.onEnterPressed: openCurrent()
    Keys.onSpacePressed: openCurrent()
    Keys.onDeletePressed: removeCurrent()
    Keys.onMenuPressed: currentItem?.showMenu()
    Keys.onPressed: event => {
        if (event.key === Qt.Key_F2 && currentItem) currentItem.edit()
        else if (event.key === Qt.Key_Home) currentIndex = 0
        else if (event.key === Qt.Key_End) currentIndex = count - 1
        else if (event.key === Qt.Key_Left) collapseCurrent(!mirrored)
        else if (event.key === Qt.Key_Right) collapseCurrent(mirrored)
        else return
        event.accepted = true
    }

    section.property: "section"
    section.delegate: Label {
        required property string section

        width: list.width
        leftPadding: Theme.space3
        topPadding: Theme.space2
        bottomPadding: Theme.space1
        text: section
        color: Theme.muted
        font.pixelSize: Theme.figureSize
        Accessible.role: Accessible.Heading
    }
    delegate: SidebarRow {
        width: list.width
        session: list.session
        controller: list.controller
        shown: list.marksShown && conversation === list.session.current
        ringed: list.activeFocus && ListView.isCurrentItem
        marked: list.dragged > 0 && conversation === 0 && folder === list.dragFolder
        onClicked: {
            list.currentIndex = index
            list.forceActiveFocus(Qt.MouseFocusReason)
            list.openCurrent()
        }
        onEditingEnded: list.forceActiveFocus()
        onDragged: place => list.drag(conversation, folder, title, mapToItem(list, place))
        onDropped: list.drop()
    }
    Connections {
        target: list.controller
        function onFolderCreated(folder) {
            const row = list.model.rowOfFolder(folder)
            list.positionViewAtIndex(row, ListView.Contain)
            list.currentIndex = row
            list.currentItem?.edit()
        }
    }
    // What is dragged, beside the pointer.
    Rectangle {
        parent: list
        z: 2
        visible: list.dragged > 0
        x: Math.max(0, Math.min(list.width - width, list.dragPoint.x + 12))
        y: list.dragPoint.y - height / 2
        width: Math.min(list.width - 24, ghost.implicitWidth + 2 * Theme.space3)
        height: Theme.smallControlHeight
        radius: Theme.radius
        color: Theme.surface
        border.color: Theme.accent
        opacity: 0.94

        Label {
            id: ghost

            anchors { fill: parent; leftMargin: Theme.space3; rightMargin: Theme.space3 }
            verticalAlignment: Text.AlignVCenter
            text: list.dragTitle
            Accessible.ignored: true
        }
    }
    Basic.ScrollBar.vertical: ScrollBar {}
}

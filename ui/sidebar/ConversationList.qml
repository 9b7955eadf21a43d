import QtQuick
import QtQuick.Controls.Basic as Basic
import Canter.Theme
import Canter.Session
import Canter.Sidebar

/// The chats, pinned ones first, then by age.
ListView {
    id: list

    required property Session session
    required property SidebarController controller
    property bool marksShown: true  ///< the chat that is in the window
    signal chosen()

    function removeCurrent() {
        if (currentItem) controller.remove(currentItem.conversation)
    }
    function openCurrent() {
        if (!currentItem) return
        session.openConversation(currentItem.conversation)
        chosen()
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
    delegate: ConversationRow {
        width: list.width
        shown: list.marksShown && conversation === list.session.current
        ringed: list.activeFocus && ListView.isCurrentItem
        onClicked: {
            list.currentIndex = index
            list.forceActiveFocus(Qt.MouseFocusReason)
            list.openCurrent()
        }
        onDoubleClicked: edit()
        onRenamed: title => list.controller.rename(conversation, title)
        onRemovalWanted: list.controller.remove(conversation)
        onPinWanted: list.controller.pin(conversation, !pinned)
        onCopyWanted: list.controller.duplicate(conversation)
        onMarkdownWanted: list.controller.exportMarkdown(conversation)
        onJsonWanted: list.controller.exportJson(conversation)
        onEditingEnded: list.forceActiveFocus()
    }
    Basic.ScrollBar.vertical: ScrollBar {}
}

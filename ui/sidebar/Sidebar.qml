import QtQuick
import QtQuick.Controls.Basic as Basic
import QtQuick.Layouts
import Canter.Theme
import Canter.Session
import Canter.Sidebar
import Canter.Tuning

/// All conversations, and the way to a new one.
Rectangle {
    id: sidebar

    required property Session session
    required property SidebarController controller
    required property TuningController tuning
    required property string page
    signal pageWanted(string page)
    signal foldWanted()
    signal tuningWanted()
    signal chosen()  ///< a conversation, or a new one

    function focusList() { list.forceActiveFocus() }

    color: Theme.background
    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("Chats")

    ColumnLayout {
        anchors { fill: parent; margins: Theme.space3 }
        spacing: Theme.space2

        RowLayout {
            Layout.leftMargin: Theme.space3

            Label {
                Layout.fillWidth: true
                text: "Canter"
                font.pixelSize: Theme.titleSize
                font.weight: Font.DemiBold
                Accessible.role: Accessible.Heading
            }
            IconButton {
                symbol: "sidebar"
                text: qsTr("Fold the sidebar")
                onClicked: sidebar.foldWanted()
            }
        }
        TextButton {
            Layout.fillWidth: true
            alignment: Qt.AlignLeft
            symbol: "new-chat"
            text: qsTr("New chat")
            onClicked: {
                sidebar.session.newConversation()
                sidebar.chosen()
            }
        }
        Item {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.topMargin: Theme.space1

            ListView {
                id: list

                function removeCurrent() {
                    if (currentItem) sidebar.controller.remove(currentItem.conversation)
                }
                function openCurrent() {
                    if (!currentItem) return
                    sidebar.session.openConversation(currentItem.conversation)
                    sidebar.chosen()
                }

                anchors.fill: parent
                model: sidebar.controller.conversations
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
                    currentIndex = Math.max(0, model.rowOf(sidebar.session.current))
                Keys.onReturnPressed: openCurrent()
                Keys.onEnterPressed: openCurrent()
                Keys.onSpacePressed: openCurrent()
                Keys.onDeletePressed: removeCurrent()
                Keys.onPressed: event => {
                    if (event.key === Qt.Key_F2 && currentItem) currentItem.edit()
                    else if (event.key === Qt.Key_Home) currentIndex = 0
                    else if (event.key === Qt.Key_End) currentIndex = count - 1
                    else return
                    event.accepted = true
                }

                delegate: ConversationRow {
                    width: list.width
                    shown: sidebar.page === "chats" && conversation === sidebar.session.current
                    ringed: list.activeFocus && ListView.isCurrentItem
                    onClicked: {
                        list.currentIndex = index
                        list.forceActiveFocus(Qt.MouseFocusReason)
                        list.openCurrent()
                    }
                    onDoubleClicked: edit()
                    onRenamed: title => sidebar.controller.rename(conversation, title)
                    onRemovalWanted: sidebar.controller.remove(conversation)
                    onEditingEnded: list.forceActiveFocus()
                }
                Basic.ScrollBar.vertical: ScrollBar {}
            }
            Label {
                anchors { left: parent.left; right: parent.right; margins: Theme.space3 }
                y: Theme.space2
                visible: list.count === 0
                text: qsTr("Your chats will be listed here.")
                wrapMode: Text.Wrap
                elide: Text.ElideNone
                lineHeight: 1.3
                color: Theme.muted
            }
        }
        PageLinks {
            Layout.fillWidth: true
            page: sidebar.page
            onPageWanted: page => sidebar.pageWanted(page)
        }
        TuningLine {
            Layout.fillWidth: true
            tuning: sidebar.tuning
            onClicked: sidebar.tuningWanted()
        }
    }
    Rectangle {
        anchors { top: parent.top; bottom: parent.bottom; right: parent.right }
        width: 1
        color: Theme.border
    }
}

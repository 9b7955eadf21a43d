import QtQuick
import QtQuick.Layouts
import Canter.Theme
import Canter.Session
import Canter.Sidebar
import Canter.Downloads
import Canter.Tuning

/// All conversations, and the way to a new one.
Rectangle {
    id: sidebar

    required property Session session
    required property SidebarController controller
    required property TuningController tuning
    required property DownloadsController downloads
    required property string page
    signal pageWanted(string page)
    signal foldWanted()
    signal tuningWanted()
    signal chosen()  ///< a conversation, or a new one

    function focusSearch() {
        searchField.forceActiveFocus(Qt.ShortcutFocusReason)
        searchField.selectAll()
    }

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
        SearchField {
            id: searchField

            Layout.fillWidth: true
            search: sidebar.controller.search
            onHitsWanted: if (hits.count > 0) hits.forceActiveFocus(Qt.TabFocusReason)
            onAbandoned: sidebar.chosen()
        }
        Item {
            Layout.fillWidth: true
            Layout.fillHeight: true

            ConversationList {
                id: list

                anchors.fill: parent
                visible: !sidebar.controller.search.active
                session: sidebar.session
                controller: sidebar.controller
                marksShown: sidebar.page === "chats"
                onChosen: sidebar.chosen()
            }
            SearchHits {
                id: hits

                anchors.fill: parent
                visible: sidebar.controller.search.active
                search: sidebar.controller.search
                onChosen: sidebar.chosen()
            }
            Label {
                anchors { left: parent.left; right: parent.right; margins: Theme.space3 }
                y: Theme.space2
                visible: text
                text: sidebar.controller.search.nothing ? qsTr("No chat has “%1”. Try fewer or shorter words.").arg(sidebar.controller.search.text.trim())
                    : !sidebar.controller.search.active && list.count === 0 ? qsTr("Your chats will be listed here.") : ""
                wrapMode: Text.Wrap
                elide: Text.ElideNone
                lineHeight: 1.3
                color: Theme.muted
            }
        }
        PageLink {
            Layout.fillWidth: true
            visible: sidebar.controller.trash.count > 0 || checked
            symbol: "trash"
            text: qsTr("Trash")
            checked: sidebar.page === "trash"
            onClicked: sidebar.pageWanted("trash")
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
        DownloadLine {
            Layout.fillWidth: true
            downloads: sidebar.downloads
            onClicked: sidebar.pageWanted("get")
        }
    }
    Rectangle {
        anchors { top: parent.top; bottom: parent.bottom; right: parent.right }
        width: 1
        color: Theme.border
    }
}

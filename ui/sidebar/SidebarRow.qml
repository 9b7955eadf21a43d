import QtQuick
import Canter.Session
import Canter.Sidebar

/// A row of the list, a folder or a chat.
Loader {
    id: row

    required property int index
    required property var conversation  ///< 0: it is a folder
    required property var folder
    required property string title
    required property string when
    required property bool answering
    required property bool pinned
    required property bool collapsed
    required property int chats
    property Session session
    property SidebarController controller
    property bool shown
    property bool ringed
    property bool marked
    signal clicked()
    signal editingEnded()
    signal dragged(point place)
    signal dropped()

    function showMenu() { item.showMenu() }
    function edit() { item.edit() }

    sourceComponent: conversation > 0 ? chat : group

    Component {
        id: chat

        ConversationRow {
            conversation: row.conversation
            folder: row.folder
            title: row.title
            when: row.when
            answering: row.answering
            pinned: row.pinned
            folders: row.controller.conversations.folders
            shown: row.shown
            ringed: row.ringed
            onClicked: row.clicked()
            onDoubleClicked: edit()
            onRenamed: title => row.controller.rename(conversation, title)
            onRemovalWanted: row.controller.remove(conversation)
            onPinWanted: row.controller.pin(conversation, !pinned)
            onFolderWanted: folder => row.controller.move(conversation, folder)
            onNewFolderWanted: row.controller.createFolder(conversation)
            onCopyWanted: row.controller.duplicate(conversation)
            onMarkdownWanted: row.controller.exportMarkdown(conversation)
            onPdfWanted: row.controller.exportPdf(conversation)
            onPrintWanted: row.controller.print(conversation)
            onJsonWanted: row.controller.exportJson(conversation)
            onEditingEnded: row.editingEnded()
            onDragged: place => row.dragged(place)
            onDropped: row.dropped()
        }
    }
    Component {
        id: group

        FolderRow {
            title: row.title
            collapsed: row.collapsed
            chats: row.chats
            ringed: row.ringed
            marked: row.marked
            onClicked: row.clicked()
            onRenamed: name => row.controller.renameFolder(row.folder, name)
            onRemovalWanted: row.controller.deleteFolder(row.folder)
            onEditingEnded: row.editingEnded()
        }
    }
}

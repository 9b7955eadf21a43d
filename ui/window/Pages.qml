import QtQuick
import Canter.Theme
import Canter.Chat
import Canter.Session
import Canter.Downloads
import Canter.Models
import Canter.Compare
import Canter.Settings
import Canter.Sidebar

/// The page that is shown. Those beside the chats are loaded when they are first wanted.
Item {
    id: pages

    required property string page
    required property Session session
    required property ChatController chat
    required property ModelStatus model
    required property SidebarController sidebar
    required property ModelsController models
    required property DownloadsController downloads
    required property OffersController offers
    required property CompareController compare
    required property SettingsController settings
    required property ServerController server
    required property Appearance appearance
    signal openModelWanted()
    signal tuneWanted()
    signal attachWanted()
    signal undoWanted()
    signal pageWanted(string name)
    signal modelFileWanted()
    signal modelFolderWanted()
    signal modelsFolderWanted()
    signal importWanted()

    function focusComposer() { chatPage.focusComposer() }
    function openChatSettings() { chatPage.openSettings() }
    function open(path) {
        if (path === downloads.finishedPath) finishedToast.shown = false
        model.open(path)
        pageWanted("chats")
        focusComposer()
    }

    ChatPage {
        id: chatPage

        anchors.fill: parent
        visible: pages.page === "chats"
        session: pages.session
        chat: pages.chat
        model: pages.model
        models: pages.models
        onAllModelsWanted: pages.pageWanted("models")
        onMoreModelsWanted: pages.pageWanted("get")
        onOpenModelWanted: pages.openModelWanted()
        onTuneWanted: pages.tuneWanted()
        onAttachWanted: pages.attachWanted()
        onUndoWanted: pages.undoWanted()
    }
    component Beside: Loader {
        required property string name
        property bool wanted: false

        anchors.fill: parent
        visible: pages.page === name
        active: wanted
        onVisibleChanged: if (visible) {
            wanted = true
            item?.forceActiveFocus()
        }
    }
    Beside {
        name: "compare"
        sourceComponent: ComparePage {
            controller: pages.compare
            model: pages.model
            session: pages.session
            onOpenModelWanted: pages.openModelWanted()
            onTuneWanted: pages.tuneWanted()
        }
    }
    Beside {
        name: "models"
        sourceComponent: ModelsPage {
            controller: pages.models
            downloads: pages.downloads
            onMoreWanted: pages.pageWanted("get")
            onFileWanted: pages.modelFileWanted()
            onFolderWanted: pages.modelFolderWanted()
        }
    }
    Beside {
        name: "get"
        sourceComponent: GetModelsPage {
            downloads: pages.downloads
            offers: pages.offers
            onModelsWanted: pages.pageWanted("models")
            onFolderWanted: pages.modelsFolderWanted()
            onOpenWanted: path => pages.open(path)
        }
    }
    Beside {
        name: "trash"
        sourceComponent: TrashPage { trash: pages.sidebar.trash }
    }
    Beside {
        name: "settings"
        sourceComponent: SettingsPage {
            controller: pages.settings
            models: pages.models
            server: pages.server
            imports: pages.sidebar.imports
            onImportWanted: pages.importWanted()
            appearance: pages.appearance
        }
    }
    Toast {
        id: removedToast

        anchors { horizontalCenter: parent.horizontalCenter; top: parent.top; topMargin: 16 }
        text: (pages.models.removedElsewhere ? qsTr("“%1” is off the list")
                                             : qsTr("“%1” is off the list; its file stays"))
              .arg(pages.models.removedName)
        actionText: qsTr("Undo")
        onActed: pages.models.undo()
        onDismissed: pages.models.keepRemoved()
    }
    Toast {
        id: finishedToast

        anchors { horizontalCenter: parent.horizontalCenter; top: parent.top; topMargin: 16 }
        text: qsTr("“%1” is here").arg(pages.downloads.finishedTitle)
        actionText: qsTr("Open")
        onActed: pages.open(pages.downloads.finishedPath)
    }
    Connections {
        target: pages.downloads
        function onFinished() { finishedToast.show() }
    }
    Connections {
        target: pages.sidebar
        function onRemoved() { chatPage.noteDeed() }
    }
    Connections {
        target: pages.models
        function onRemoved() { removedToast.show() }
        function onTuningWanted() { pages.tuneWanted() }
    }
}

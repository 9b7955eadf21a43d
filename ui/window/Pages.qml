import QtQuick
import Canter.Theme
import Canter.Chat
import Canter.Session
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
    required property CompareController compare
    required property SettingsController settings
    required property ServerController server
    required property Appearance appearance
    signal openModelWanted()
    signal tuneWanted()
    signal attachWanted()
    signal pageWanted(string name)
    signal modelFileWanted()
    signal modelFolderWanted()

    function focusComposer() { chatPage.focusComposer() }

    ChatPage {
        id: chatPage

        anchors.fill: parent
        visible: pages.page === "chats"
        session: pages.session
        chat: pages.chat
        model: pages.model
        models: pages.models
        onAllModelsWanted: pages.pageWanted("models")
        onOpenModelWanted: pages.openModelWanted()
        onTuneWanted: pages.tuneWanted()
        onAttachWanted: pages.attachWanted()
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
            onFileWanted: pages.modelFileWanted()
            onFolderWanted: pages.modelFolderWanted()
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
            server: pages.server
            appearance: pages.appearance
        }
    }
    Toast {
        id: removedToast

        anchors { horizontalCenter: parent.horizontalCenter; top: parent.top; topMargin: 16 }
        text: qsTr("“%1” is off the list; its file stays").arg(pages.models.removedName)
        actionText: qsTr("Undo")
        onActed: pages.models.undo()
    }
    Connections {
        target: pages.models
        function onRemoved() { removedToast.show() }
        function onTuningWanted() { pages.tuneWanted() }
    }
}

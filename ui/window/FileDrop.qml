import QtQuick
import Canter.Theme
import Canter.Chat
import Canter.Session
import Canter.Sidebar

/// Takes files that are dropped on the window: a model is opened, exported chats are imported, others
/// are attached.
DropArea {
    id: drop

    required property ChatController chat
    required property ModelStatus model
    required property ImportController imports
    signal taken()

    keys: ["text/uri-list"]
    onDropped: event => {
        if (!event.hasUrls) return
        const chats = []
        for (const url of event.urls) {
            if (drop.model.looksLikeModel(url)) drop.model.openFile(url)
            else if (drop.imports.looksLikeChats(url)) chats.push(url)
            else drop.chat.attach(url)
        }
        drop.imports.take(chats)
        taken()
        event.accept()
    }

    Rectangle {
        anchors { fill: parent; margins: Theme.space2 }
        visible: drop.containsDrag
        radius: Theme.cardRadius
        color: Theme.accentSoft
        opacity: 0.92
        border { width: 2; color: Theme.accent }

        Label {
            anchors.centerIn: parent
            text: qsTr("Drop a model to open it, exported chats to import them, or a file to write about it")
            font.pixelSize: Theme.titleSize
        }
    }
}

import QtQuick
import QtQuick.Layouts
import Canter.Theme
import Canter.Blocks
import Canter.Chat
import Canter.Session
import Canter.Models
import Canter.Remote

/// The conversation above, the field to write in below.
Item {
    id: page

    required property Session session
    required property ChatController chat
    required property ModelStatus model
    required property ModelsController models
    signal allModelsWanted()
    signal moreModelsWanted()
    signal openModelWanted()
    signal tuneWanted()
    signal attachWanted()
    signal undoWanted()

    readonly property real margin: Math.max(Theme.space5, (width - Theme.readingWidth) / 2)

    function focusComposer() { composer.focusField() }
    function openSettings() { settingsPanel.open() }
    /// Something other than typing is what undoing takes back first.
    function noteDeed() { composer.typedLast = false }

    MessageList {
        id: list

        anchors { left: parent.left; right: parent.right; top: parent.top; bottom: foot.top }
        anchors.bottomMargin: Theme.space1
        chat: page.chat
        visible: !empty.visible
        onLinkWanted: link => linkQuestion.ask(link)
    }
    EmptyChat {
        id: empty

        anchors.fill: list
        visible: page.chat.blank
        chat: page.chat
        model: page.model
        onOpenModelWanted: page.openModelWanted()
        onMoreModelsWanted: page.moreModelsWanted()
    }
    JumpPill {
        anchors { horizontalCenter: list.horizontalCenter; bottom: list.bottom; bottomMargin: 8 }
        shown: list.visible && !list.following && list.distanceToEnd > 48
        onClicked: list.stick()
    }

    // Between list and foot, where it moves neither when it comes and goes.
    ProgressLine {
        anchors { left: foot.left; right: foot.right; bottom: foot.top; bottomMargin: 1 }
        visible: page.model.slow
        progress: page.model.progress
        Accessible.name: qsTr("Opening %1").arg(page.model.name)
    }
    ColumnLayout {
        id: foot

        x: page.margin
        width: page.width - 2 * page.margin
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.space4
        spacing: Theme.space1

        ModelBanner {
            Layout.fillWidth: true
            Layout.bottomMargin: Theme.space2
            visible: page.model.error
            model: page.model
            onOpenModelWanted: page.openModelWanted()
        }
        Banner {
            Layout.fillWidth: true
            Layout.bottomMargin: Theme.space2
            visible: page.model.note
            text: page.model.note
            symbol: "info"
            tone: Theme.warning

            TextButton {
                text: qsTr("Dismiss")
                onClicked: page.model.forgetNote()
            }
        }
        Banner {
            Layout.fillWidth: true
            Layout.bottomMargin: Theme.space2
            visible: page.session.failure
            text: page.session.failure

            TextButton {
                text: qsTr("Dismiss")
                onClicked: page.session.dismissFailure()
            }
        }
        ElsewhereNote {
            Layout.fillWidth: true
            Layout.bottomMargin: Theme.space1
            text: page.chat.place
        }
        ComposerBar {
            Layout.fillWidth: true
            chat: page.chat
            model: page.model
            models: page.models
            onAllModelsWanted: page.allModelsWanted()
            onOpenModelWanted: page.openModelWanted()
            onTuneWanted: page.tuneWanted()
            onSettingsWanted: settingsPanel.open()
        }
        OverfullBanner {
            Layout.fillWidth: true
            chat: page.chat
            onNewChatWanted: page.session.newConversation()
        }
        AttachmentChips {
            Layout.fillWidth: true
            Layout.bottomMargin: Theme.space1
            attachments: page.chat.attachments
        }
        Composer {
            id: composer

            Layout.fillWidth: true
            chat: page.chat
            mostHeight: page.height * 0.4
            onAttachWanted: page.attachWanted()
            onUndoWanted: page.undoWanted()
        }
    }
    LinkQuestion { id: linkQuestion }
    ChatSettingsPanel {
        id: settingsPanel
        objectName: "chatSettings"

        options: page.chat.options
        model: page.model
        onClosed: page.focusComposer()
    }
    Toast {
        id: undoToast

        anchors { horizontalCenter: parent.horizontalCenter; top: parent.top; topMargin: 16 }
        text: page.chat.undoText
        actionText: qsTr("Undo")
        onActed: page.chat.undoRemoval()
    }
    Connections {
        target: page.chat
        function onRemoved() {
            page.noteDeed()
            undoToast.show()
        }
        function onUndoChanged() { undoToast.shown = false }
    }

    Connections {
        target: page.session
        function onCurrentChanged() { list.following = true }
    }
}

import QtQuick
import QtQuick.Controls.Basic as Basic
import Canter.Theme
import Canter.Chat

/// Where the user writes. Return sends, Shift+Return starts a new line, Escape stops the answer.
Rectangle {
    id: composer

    required property ChatController chat
    property real mostHeight: 300
    signal attachWanted()
    signal undoWanted()
    /// Typing is what undoing takes back first.
    property bool typedLast: false
    readonly property bool reachedByKey: field.activeFocus
                                         && (field.focusReason === Qt.TabFocusReason
                                             || field.focusReason === Qt.BacktabFocusReason)

    function focusField() { field.forceActiveFocus() }

    implicitHeight: Math.min(mostHeight, Math.max(48, field.implicitHeight + 2))
    radius: Theme.cardRadius + 4
    color: Theme.surface
    border.width: reachedByKey ? 2 : 1
    border.color: reachedByKey ? Theme.accent : field.activeFocus ? Theme.muted : Theme.border
    Behavior on border.color { ColorAnimation { duration: Theme.motion } }

    Basic.ScrollView {
        anchors {
            fill: parent
            margins: 1
            leftMargin: attach.width + 8
            rightMargin: send.width + 14
        }
        clip: true
        Basic.ScrollBar.horizontal.policy: Basic.ScrollBar.AlwaysOff

        TextBox {
            id: field

            leftPadding: Theme.space1
            rightPadding: Theme.space2
            topPadding: 14
            bottomPadding: 14
            placeholderText: qsTr("Write a message")
            focus: true
            Accessible.name: qsTr("Message")

            readonly property bool onFirstLine: cursorRectangle.y <= topPadding + 1
            readonly property bool onLastLine: cursorRectangle.y + cursorRectangle.height
                                               >= topPadding + contentHeight - 1

            onTextChanged: {
                composer.chat.draft = text
                composer.typedLast = true
            }
            Keys.onPressed: event => {
                const enter = event.key === Qt.Key_Return || event.key === Qt.Key_Enter
                if (enter && !(event.modifiers & Qt.ShiftModifier)) composer.chat.sendDraft()
                else if (event.key === Qt.Key_Escape && composer.chat.answering) composer.chat.stop()
                else if (event.matches(StandardKey.Undo) && !(composer.typedLast && canUndo)) composer.undoWanted()
                else if (event.key === Qt.Key_Up && onFirstLine && composer.chat.recall(1)) cursorPosition = length
                else if (event.key === Qt.Key_Down && onLastLine && composer.chat.recall(-1)) cursorPosition = length
                else return
                event.accepted = true
            }
        }
    }

    IconButton {
        id: attach

        anchors { left: parent.left; bottom: parent.bottom; margins: 7 }
        space: 16
        cornerRadius: width / 2
        symbol: "attach"
        text: qsTr("Attach a file")
        onClicked: composer.attachWanted()
    }
    IconButton {
        id: send

        anchors { right: parent.right; bottom: parent.bottom; margins: 7 }
        space: 16
        cornerRadius: width / 2
        text: composer.chat.answering ? qsTr("Stop (Esc)") : qsTr("Send (Enter)")
        symbol: composer.chat.answering ? "stop" : "send"
        enabled: composer.chat.answering || (composer.chat.canSend && !composer.chat.attachments.summarizing && (field.text.trim() || composer.chat.attachments.count > 0))
        symbolColor: enabled ? Theme.overAccent : Theme.muted
        fill: enabled ? Theme.accent : Theme.raised
        hoverFill: fill
        onClicked: composer.chat.answering ? composer.chat.stop() : composer.chat.sendDraft()
    }

    Connections {
        target: composer.chat
        function onDraftChanged() {
            if (field.text === composer.chat.draft) return
            field.text = composer.chat.draft
            field.cursorPosition = field.length
        }
    }
}

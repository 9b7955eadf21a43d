import QtQuick
import QtQuick.Controls.Basic as Basic
import Canter.Theme
import Canter.Chat

/// Where the user writes. Return sends, Shift+Return starts a new line, Escape stops the answer.
Rectangle {
    id: composer

    required property ChatController chat
    property real mostHeight: 300
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
            rightMargin: 48
        }
        clip: true
        Basic.ScrollBar.horizontal.policy: Basic.ScrollBar.AlwaysOff

        Basic.TextArea {
            id: field

            leftPadding: Theme.space4
            rightPadding: Theme.space2
            topPadding: 14
            bottomPadding: 14
            wrapMode: TextEdit.Wrap
            textFormat: TextEdit.PlainText
            font.pixelSize: Theme.textSize
            color: Theme.text
            placeholderText: qsTr("Write a message")
            placeholderTextColor: Theme.muted
            selectionColor: Theme.accent
            selectedTextColor: Theme.overAccent
            selectByMouse: true
            focus: true
            background: null
            Accessible.name: qsTr("Message")
            KeyNavigation.priority: KeyNavigation.BeforeItem
            KeyNavigation.tab: send

            onTextChanged: composer.chat.draft = text
            Keys.onPressed: event => {
                const enter = event.key === Qt.Key_Return || event.key === Qt.Key_Enter
                if (enter && !(event.modifiers & Qt.ShiftModifier)) composer.chat.sendDraft()
                else if (event.key === Qt.Key_Escape && composer.chat.answering) composer.chat.stop()
                else return
                event.accepted = true
            }
        }
    }

    IconButton {
        id: send

        anchors { right: parent.right; bottom: parent.bottom; margins: 7 }
        width: 34
        height: 34
        cornerRadius: 17
        text: composer.chat.answering ? qsTr("Stop (Esc)") : qsTr("Send (Enter)")
        symbol: composer.chat.answering ? "stop" : "send"
        enabled: composer.chat.answering || (composer.chat.canSend && field.text.trim())
        symbolColor: enabled ? Theme.overAccent : Theme.muted
        fill: enabled ? Theme.accent : Theme.raised
        hoverFill: fill
        onClicked: composer.chat.answering ? composer.chat.stop() : composer.chat.sendDraft()
    }

    Connections {
        target: composer.chat
        function onDraftChanged() {
            if (field.text !== composer.chat.draft) field.text = composer.chat.draft
        }
    }
}

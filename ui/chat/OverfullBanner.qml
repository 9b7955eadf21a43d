import QtQuick
import Canter.Theme
import Canter.Chat

/// Says before it is sent that a message does not fit, and what helps.
Banner {
    id: banner

    required property ChatController chat
    readonly property AttachmentList attachments: chat.attachments
    readonly property bool withFile: attachments.count > 0 && !attachments.summarizing
    signal newChatWanted()

    visible: attachments.summarizing || chat.context.overfull && !chat.answering
    text: attachments.summarizing ? attachments.summaryText : chat.context.overfullText
    symbol: attachments.summarizing ? "info" : "alert"
    tone: attachments.summarizing ? Theme.accent : Theme.warning

    TextButton {
        visible: banner.withFile
        text: qsTr("Keep the beginning")
        onClicked: banner.chat.shortenAttachments()
    }
    TextButton {
        visible: banner.withFile
        text: qsTr("Choose a part…")
        onClicked: parts.ask()
    }
    TextButton {
        visible: banner.withFile
        text: qsTr("Summarize")
        onClicked: banner.attachments.summarize()
    }
    TextButton {
        visible: banner.attachments.summarizing
        text: qsTr("Stop")
        onClicked: banner.attachments.stopSummary()
    }
    TextButton {
        visible: !banner.attachments.summarizing && !banner.chat.blank
                 && banner.chat.options.whenFull === ChatOptions.Stop
        text: qsTr("Leave out the oldest")
        onClicked: banner.chat.options.whenFull = ChatOptions.DropOldest
    }
    TextButton {
        visible: !banner.chat.blank && banner.attachments.count === 0
        text: qsTr("New chat")
        onClicked: banner.newChatWanted()
    }

    PartDialog {
        id: parts

        choice: banner.chat.part
    }
}

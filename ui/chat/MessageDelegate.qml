import QtQuick
import Canter.Theme
import Canter.Blocks
import Canter.Chat

/// One row of the conversation, centred in the reading column.
Item {
    id: delegate

    required property int index
    required property bool fromUser
    required property BlockListModel blocks
    required property var attachments
    property var openAttachment
    required property Thought thought
    required property int status
    required property string note
    required property string statistics
    required property string details
    required property bool empty
    required property int version
    required property int versions
    required property int continuation
    required property string leftOut
    required property bool last
    required property string waitingFor
    required property bool changeable  ///< messages can be edited, answers given anew
    readonly property bool pointedAt: hover.hovered

    function reveal(words) { return loader.item.reveal(words) }

    signal linkWanted(string link)
    signal folded()
    signal copyWanted()
    signal edited(string text)
    signal answerWanted()
    signal continuationWanted(bool withoutOldest)
    signal branchWanted()
    signal removalWanted()
    signal versionWanted(int step)
    signal menuWanted(var actions)

    // A question is nearer to its answer than to the answer before.
    implicitHeight: loader.y + loader.height + (fromUser ? Theme.space1 : Theme.space3)
    Accessible.role: Accessible.ListItem
    Accessible.name: fromUser ? qsTr("You") : qsTr("Answer")

    HoverHandler { id: hover }
    RightClick {
        onClicked: {
            const actions = loader.item.actions()
            if (actions.length > 0) delegate.menuWanted(actions)
        }
    }

    Row {
        id: mark

        readonly property real rest: (parent.width - words.width) / 2 - spacing

        width: parent.width
        height: 40
        visible: delegate.leftOut
        spacing: Theme.space3

        Rectangle {
            anchors.verticalCenter: parent.verticalCenter
            width: mark.rest
            height: 1
            color: Theme.border
        }
        Label {
            id: words

            anchors.verticalCenter: parent.verticalCenter
            width: Math.min(implicitWidth, mark.width - 64)
            horizontalAlignment: Text.AlignHCenter
            text: "… " + delegate.leftOut
            color: Theme.muted
            wrapMode: Text.Wrap
            font.pixelSize: Theme.figureSize
        }
        Rectangle {
            anchors.verticalCenter: parent.verticalCenter
            width: mark.rest
            height: 1
            color: Theme.border
        }
    }
    Loader {
        id: loader

        y: (mark.visible ? mark.height : 0) + (delegate.fromUser && delegate.index > 0 ? Theme.space5 : 0)
        width: parent.width
        sourceComponent: delegate.fromUser ? question : answer
    }
    Component {
        id: question

        QuestionDelegate {
            blocks: delegate.blocks
            attachments: delegate.attachments
            openAttachment: delegate.openAttachment
            onLinkWanted: link => delegate.linkWanted(link)
            onFolded: delegate.folded()
            pointedAt: delegate.pointedAt
            changeable: delegate.changeable
            version: delegate.version
            versions: delegate.versions
            unanswered: delegate.last
            onCopyWanted: delegate.copyWanted()
            onEdited: text => delegate.edited(text)
            onAnswerWanted: delegate.answerWanted()
            onRemovalWanted: delegate.removalWanted()
            onVersionWanted: step => delegate.versionWanted(step)
        }
    }
    Component {
        id: answer

        AnswerDelegate {
            blocks: delegate.blocks
            thought: delegate.thought
            onLinkWanted: link => delegate.linkWanted(link)
            onFolded: delegate.folded()
            status: delegate.status
            note: delegate.note
            statistics: delegate.statistics
            details: delegate.details
            empty: delegate.empty
            waitingFor: delegate.waitingFor
            pointedAt: delegate.pointedAt
            changeable: delegate.changeable
            continuation: delegate.continuation
            version: delegate.version
            versions: delegate.versions
            onCopyWanted: delegate.copyWanted()
            onEdited: text => delegate.edited(text)
            onContinuationWanted: withoutOldest => delegate.continuationWanted(withoutOldest)
            onBranchWanted: delegate.branchWanted()
            onRemovalWanted: delegate.removalWanted()
            onAnswerWanted: delegate.answerWanted()
            onVersionWanted: step => delegate.versionWanted(step)
        }
    }
}

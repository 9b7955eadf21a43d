import QtQuick
import QtQuick.Layouts
import Canter.Theme
import Canter.Blocks
import Canter.Chat

/// An answer: text across the column, and below it what it cost and how it ended.
Column {
    id: answer

    required property BlockListModel blocks
    required property Thought thought
    required property int status
    required property string note
    required property string statistics
    required property string details
    required property bool empty
    required property string waitingFor
    required property bool pointedAt
    required property bool changeable
    required property int continuation
    required property int version
    required property int versions
    property bool editing: false
    signal linkWanted(string link)
    signal folded()
    signal copyWanted()
    signal answerWanted()
    signal edited(string text)
    signal continuationWanted(bool withoutOldest)
    signal branchWanted()
    signal removalWanted()
    signal versionWanted(int step)

    function reveal(words) { return body.reveal(words) }
    /// The buttons that can be pressed now.
    function actions() { return Array.from(buttons.children).filter(each => each.visible) }

    readonly property bool unfinished: status === MessageListModel.Waiting
                                       || status === MessageListModel.Streaming
    readonly property bool failed: status === MessageListModel.Failed

    ThoughtView {
        id: thinking

        width: parent.width
        thought: answer.thought
        pointedAt: answer.pointedAt
        onLinkWanted: link => answer.linkWanted(link)
        onFolded: answer.folded()
    }
    BlockView {
        id: body

        width: parent.width
        model: answer.blocks
        visible: !answer.empty && !answer.editing
        onLinkWanted: link => answer.linkWanted(link)
        onFolded: answer.folded()
    }
    Loader {
        width: parent.width
        active: answer.editing
        visible: active
        sourceComponent: MessageEditor {
            text: answer.blocks.wholeText()
            manyLines: true
            acceptText: qsTr("Save")
            onAbandoned: answer.editing = false
            onAccepted: {
                const wanted = text
                answer.editing = false
                answer.edited(wanted)
            }
        }
    }
    // As high while the answer is being given as afterwards, so that its end moves nothing.
    RowLayout {
        width: parent.width
        height: Math.max(28, implicitHeight)
        spacing: Theme.space2

        ThinkingDots {
            visible: answer.unfinished && !thinking.running
        }
        Label {
            visible: answer.unfinished && text
            text: answer.status === MessageListModel.Waiting ? answer.waitingFor : ""
            color: Theme.muted
            font.pixelSize: Theme.figureSize
        }
        Icon {
            Layout.alignment: Qt.AlignTop
            Layout.topMargin: 5
            visible: answer.failed
            name: "alert"
            size: 16
            color: Theme.danger
        }
        Label {
            Layout.fillWidth: true
            Layout.topMargin: 2
            visible: answer.failed
            text: answer.note
            color: Theme.danger
            wrapMode: Text.Wrap
            elide: Text.ElideNone
            lineHeightMode: Text.FixedHeight
            lineHeight: Theme.lineHeight
        }
        Label {
            Layout.fillWidth: true
            Layout.maximumWidth: Math.ceil(implicitWidth)
            visible: !answer.unfinished && !answer.failed && text
            text: answer.note
            color: Theme.muted
            wrapMode: Text.Wrap
            elide: Text.ElideNone
            font.pixelSize: Theme.figureSize
        }
        Label {
            visible: answer.note && cost.visible && !answer.failed
            text: "·"
            color: Theme.muted
            font.pixelSize: Theme.figureSize
        }
        Label {
            id: cost

            Layout.fillWidth: true
            Layout.topMargin: Theme.space1
            Layout.bottomMargin: Theme.space1
            Layout.maximumWidth: Math.ceil(implicitWidth)
            visible: !answer.unfinished && !answer.failed && text
            text: answer.statistics
            color: Theme.muted
            wrapMode: Text.Wrap
            elide: Text.ElideNone
            font.pixelSize: Theme.figureSize

            HoverHandler { id: hover }
            Tip {
                x: 0
                visible: hover.hovered
                text: answer.details
            }
        }
        VersionArrows {
            version: answer.version
            versions: answer.versions
            onStepWanted: step => answer.versionWanted(step)
        }
        Row {
            id: buttons

            visible: !answer.unfinished && !answer.editing

            CopyButton {
                visible: !answer.empty
                shown: answer.pointedAt
                onClicked: answer.copyWanted()
            }
            QuietAction {
                visible: answer.changeable
                shown: answer.pointedAt || answer.failed
                symbol: "regenerate"
                text: qsTr("Answer anew")
                onClicked: answer.answerWanted()
            }
            QuietAction {
                readonly property bool withoutOldest: answer.continuation === MessageListModel.WithoutTheOldest

                visible: answer.changeable && answer.continuation !== MessageListModel.NotAtAll
                shown: true
                symbol: "play"
                text: withoutOldest ? qsTr("Continue and leave out the oldest") : qsTr("Continue")
                onClicked: answer.continuationWanted(withoutOldest)
            }
            QuietAction {
                visible: answer.changeable && !answer.empty
                shown: answer.pointedAt
                symbol: "rename"
                text: qsTr("Edit")
                onClicked: answer.editing = true
            }
            QuietAction {
                visible: answer.changeable
                shown: answer.pointedAt
                symbol: "branch"
                text: qsTr("Branch from here into a new chat")
                onClicked: answer.branchWanted()
            }
            QuietAction {
                visible: answer.changeable
                shown: answer.pointedAt
                symbol: "trash"
                text: qsTr("Delete")
                onClicked: answer.removalWanted()
            }
        }
        Item { Layout.fillWidth: !answer.failed }
    }
}

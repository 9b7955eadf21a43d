import QtQuick
import Canter.Theme
import Canter.Blocks
import Canter.Chat

/// What the user said: a soft bubble at the end of the line.
Item {
    id: question

    required property BlockListModel blocks
    required property var attachments
    property var openAttachment  ///< gives the text of one as a BlockListModel
    required property bool pointedAt
    required property bool changeable
    required property bool unanswered
    required property int version
    required property int versions
    property bool editing: false
    signal linkWanted(string link)
    signal folded()
    signal copyWanted()
    signal edited(string text)
    signal answerWanted()
    signal removalWanted()
    signal versionWanted(int step)

    function reveal(words) { return texts.reveal(words) }
    /// The buttons that can be pressed now.
    function actions() { return Array.from(buttons.children).filter(each => each.visible && each.symbol) }

    implicitHeight: editing ? editor.height : bubble.height + buttons.height

    Rectangle {
        id: bubble

        readonly property real most: question.width - 48

        anchors.right: parent.right
        visible: !question.editing
        readonly property real inner: width - 2 * Theme.space4

        width: Math.min(most, Math.max(texts.wanted, files.wanted) + 2 * Theme.space4)
        height: content.implicitHeight + 2 * Theme.space2
        radius: Theme.cardRadius
        color: Theme.accentSoft

        Column {
            id: content

            x: Theme.space4
            y: Theme.space2 - 1
            spacing: Theme.space1

            BlockView {
                id: texts

                width: bubble.inner
                measured: true
                most: bubble.most - 2 * Theme.space4
                model: question.blocks
                onLinkWanted: link => question.linkWanted(link)
                onFolded: question.folded()
            }
            Repeater {
                id: files

                property real wanted: 0

                function measure() {
                    let widest = 0
                    for (let i = 0; i < count; ++i) widest = Math.max(widest, itemAt(i)?.wanted ?? 0)
                    wanted = widest
                }
                model: question.attachments

                AttachmentView {
                    required property int index
                    required property var modelData

                    width: bubble.inner
                    name: modelData.name
                    details: modelData.details
                    open: () => question.openAttachment(index)
                    onWantedChanged: files.measure()
                    onFolded: question.folded()
                    onLinkWanted: link => question.linkWanted(link)
                }
            }
        }
    }
    Row {
        id: buttons

        anchors { right: parent.right; top: bubble.bottom }
        visible: !question.editing
        height: Theme.smallControlHeight

        QuietAction {
            shown: question.pointedAt
            visible: question.changeable
            symbol: "rename"
            text: qsTr("Edit")
            onClicked: question.editing = true
        }
        CopyButton {
            shown: question.pointedAt
            onClicked: question.copyWanted()
        }
        QuietAction {
            shown: true
            visible: question.changeable && question.unanswered
            symbol: "regenerate"
            text: qsTr("Answer")
            onClicked: question.answerWanted()
        }
        QuietAction {
            shown: question.pointedAt
            visible: question.changeable
            symbol: "trash"
            text: qsTr("Delete with what follows")
            onClicked: question.removalWanted()
        }
        VersionArrows {
            version: question.version
            versions: question.versions
            onStepWanted: step => question.versionWanted(step)
        }
    }
    Loader {
        id: editor

        width: parent.width
        active: question.editing
        sourceComponent: MessageEditor {
            text: question.blocks.wholeText()
            acceptText: qsTr("Ask again")
            onAbandoned: question.editing = false
            onAccepted: {
                const wanted = text
                question.editing = false
                question.edited(wanted)
            }
        }
    }
}

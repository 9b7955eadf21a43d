import QtQuick
import Canter.Theme
import Canter.Chat

/// What the user said: a soft bubble at the end of the line.
Item {
    id: question

    required property TextChunkModel chunks
    required property bool pointedAt
    required property bool changeable
    required property bool unanswered
    required property int version
    required property int versions
    property bool editing: false
    signal copyWanted()
    signal edited(string text)
    signal answerWanted()
    signal removalWanted()
    signal versionWanted(int step)

    implicitHeight: editing ? editor.height : bubble.height + actions.height

    Rectangle {
        id: bubble

        readonly property real most: question.width - 48

        anchors.right: parent.right
        visible: !question.editing
        width: Math.min(most, texts.wanted + 2 * Theme.space4)
        height: texts.implicitHeight + 2 * Theme.space2
        radius: Theme.cardRadius
        color: Theme.accentSoft

        MessageText {
            id: texts

            x: Theme.space4
            y: Theme.space2 - 1
            width: bubble.width - 2 * Theme.space4
            most: bubble.most - 2 * Theme.space4
            chunks: question.chunks
        }
    }
    Row {
        id: actions

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
        sourceComponent: QuestionEditor {
            text: question.chunks.wholeText()
            onAbandoned: question.editing = false
            onAccepted: {
                const wanted = text
                question.editing = false
                question.edited(wanted)
            }
        }
    }
}

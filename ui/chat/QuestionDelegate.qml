import QtQuick
import Canter.Theme
import Canter.Chat

/// What the user said: a soft bubble at the end of the line.
Item {
    id: question

    required property TextChunkModel chunks
    required property bool pointedAt
    signal copyWanted()

    implicitHeight: bubble.height + Theme.space1

    Rectangle {
        id: bubble

        readonly property real most: question.width - 48

        anchors.right: parent.right
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
    CopyButton {
        anchors { right: bubble.left; rightMargin: Theme.space1; top: bubble.top; topMargin: 4 }
        shown: question.pointedAt
        onClicked: question.copyWanted()
    }
}

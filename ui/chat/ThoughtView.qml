import QtQuick
import Canter.Theme
import Canter.Blocks
import Canter.Chat

/// What the model thought before its answer: a line that says how long, and below it, when it is
/// unfolded, the text.
Column {
    id: view

    required property Thought thought  ///< null while its row goes
    required property bool pointedAt
    signal linkWanted(string link)
    signal folded()

    readonly property bool running: thought?.running ?? false
    readonly property bool unfolded: thought?.unfolded ?? false
    readonly property int seconds: thought?.seconds ?? 0
    readonly property string time: seconds < 60
        ? qsTr("%1 s").arg(number(Math.max(1, seconds)))
        : qsTr("%1 min %2 s").arg(number(Math.floor(seconds / 60))).arg(number(seconds % 60))

    visible: !(thought?.empty ?? true)

    function number(value) { return value.toLocaleString(Qt.locale(), "f", 0) }

    Row {
        width: parent.width
        spacing: Theme.space2

        FoldButton {
            text: !view.running ? qsTr("Thought for %1").arg(view.time)
                : view.seconds > 0 ? qsTr("Thinking… %1").arg(view.time) : qsTr("Thinking…")
            // One that counts would be read out every second.
            Accessible.name: view.running ? qsTr("Thinking…") : text
            Accessible.description: unfolded ? qsTr("Hides what the model thought")
                                             : qsTr("Shows what the model thought")
            unfolded: view.unfolded
            onClicked: {
                view.folded()
                view.thought.unfolded = !view.unfolded
            }
        }
        ThinkingDots {
            anchors.verticalCenter: parent.verticalCenter
            visible: view.running
            Accessible.ignored: true
        }
        CopyButton {
            visible: view.unfolded && !view.running
            shown: view.pointedAt
            Accessible.name: qsTr("Copy what the model thought")
            onClicked: view.thought.copy()
        }
    }
    Loader {
        width: parent.width
        active: view.unfolded
        visible: active
        sourceComponent: Item {
            implicitHeight: text.height + Theme.space3

            Rectangle {
                anchors { left: parent.left; leftMargin: Theme.space1; top: text.top; bottom: text.bottom }
                width: 2
                radius: 1
                color: Theme.border
            }
            BlockView {
                id: text

                anchors { left: parent.left; right: parent.right; leftMargin: Theme.space4 + Theme.space1 }
                model: view.thought?.blocks ?? null
                color: Theme.muted
                onLinkWanted: link => view.linkWanted(link)
                onFolded: view.folded()
            }
        }
    }
}

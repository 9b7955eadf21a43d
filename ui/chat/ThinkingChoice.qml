import QtQuick
import QtQuick.Layouts
import Canter.Theme
import Canter.Chat
import Canter.Session

/// How much the model thinks before it answers, of what it can.
ColumnLayout {
    id: row

    required property ChatOptions options
    required property ModelStatus model

    spacing: Theme.space2

    ThinkingWishes {
        id: wishes
        model: row.model
    }
    Label {
        text: qsTr("Thinking before the answer")
        Accessible.ignored: true
    }
    Flow {
        Layout.fillWidth: true
        spacing: Theme.space1
        Accessible.role: Accessible.Grouping
        Accessible.name: qsTr("Thinking before the answer")

        Repeater {
            model: wishes.all

            Choice {
                required property var modelData

                text: modelData.name
                checked: modelData.wish === wishes.possible(row.options.thinking)
                onClicked: row.options.thinking = modelData.wish
            }
        }
    }
}

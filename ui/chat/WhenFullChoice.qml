import QtQuick
import QtQuick.Layouts
import Canter.Theme
import Canter.Chat

/// What the model reads of a chat that does not fit into its context.
ColumnLayout {
    id: row

    required property ChatOptions options

    spacing: Theme.space2

    Label {
        text: qsTr("When the context is full")
        Accessible.ignored: true
    }
    Flow {
        Layout.fillWidth: true
        spacing: Theme.space1
        Accessible.role: Accessible.Grouping
        Accessible.name: qsTr("When the context is full")

        Choice {
            text: qsTr("Stop")
            checked: row.options.whenFull === ChatOptions.Stop
            onClicked: row.options.whenFull = ChatOptions.Stop
        }
        Choice {
            text: qsTr("Leave out the oldest")
            checked: row.options.whenFull === ChatOptions.DropOldest
            onClicked: row.options.whenFull = ChatOptions.DropOldest
        }
        Choice {
            text: qsTr("Leave out the middle")
            checked: row.options.whenFull === ChatOptions.DropMiddle
            onClicked: row.options.whenFull = ChatOptions.DropMiddle
        }
    }
    Label {
        Layout.fillWidth: true
        text: row.options.whenFull === ChatOptions.Stop
              ? qsTr("The answer ends there, and nothing is left out.")
              : row.options.whenFull === ChatOptions.DropOldest
              ? qsTr("The model goes on without the first questions and answers. They stay in the chat.")
              : qsTr("The model keeps the first question and the newest ones. All stay in the chat.")
        font.pixelSize: Theme.figureSize
        color: Theme.muted
        wrapMode: Text.Wrap
        elide: Text.ElideNone
    }
}

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

    readonly property var choices: [{ wish: ChatOptions.AsTheModelDoes, name: qsTr("As the model does") }]
        .concat(model.thinkingSwitch ? [{ wish: ChatOptions.Off, name: qsTr("Off") },
                                        { wish: ChatOptions.On, name: qsTr("On") }] : [])
        .concat(model.thinkingEffort ? [{ wish: ChatOptions.Low, name: qsTr("A little") },
                                        { wish: ChatOptions.Medium, name: qsTr("Some") },
                                        { wish: ChatOptions.High, name: qsTr("A lot") }] : [])

    readonly property bool possible: choices.some(choice => choice.wish === options.thinking)

    spacing: Theme.space2

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
            model: row.choices

            Choice {
                required property var modelData

                text: modelData.name
                checked: modelData.wish === (row.possible ? row.options.thinking
                                                          : ChatOptions.AsTheModelDoes)
                onClicked: row.options.thinking = modelData.wish
            }
        }
    }
}

import QtQuick
import QtQuick.Layouts
import Canter.Theme
import Canter.Chat

/// Presets of sampling and system prompt, and a place to name a new one.
ColumnLayout {
    id: row

    required property ChatOptions options

    spacing: Theme.space2

    Label {
        text: qsTr("Preset")
        Accessible.ignored: true
    }
    Flow {
        Layout.fillWidth: true
        spacing: Theme.space1
        Accessible.role: Accessible.Grouping
        Accessible.name: qsTr("Preset")

        Repeater {
            model: row.options.presets

            Choice {
                id: choice

                required property string modelData
                required property int index

                text: modelData
                checked: row.options.preset === index
                onClicked: row.options.usePreset(index)
                Keys.onDeletePressed: row.options.deletePreset(index)

                RightClick {
                    enabled: row.options.canDeletePreset(choice.index)
                    onClicked: menu.popup()
                }
                Menu {
                    id: menu

                    MenuItem {
                        text: qsTr("Delete preset")
                        symbol: "trash"
                        onTriggered: row.options.deletePreset(choice.index)
                    }
                }
            }
        }
    }
    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.space2

        LineField {
            id: naming

            Layout.fillWidth: true
            placeholderText: qsTr("Name of a new preset")
            Accessible.name: placeholderText
            maximumLength: 60
            onAccepted: save.clicked()
        }
        TextButton {
            id: save

            text: qsTr("Save")
            enabled: naming.text.trim()
            onClicked: {
                row.options.savePreset(naming.text)
                naming.clear()
            }
        }
    }
}

import QtQuick
import Canter.Theme
import Canter.Models
import Canter.Settings

/// Which model opens at start, and new chats begin with.
SettingRow {
    id: row

    required property SettingsController controller
    required property ModelsController models
    readonly property string chosen: controller.defaultModel
    property bool listed: false  ///< the chosen one is among those to choose from

    function look() {
        listed = false
        for (let i = 0; i < choices.count; ++i)
            if (choices.itemAt(i)?.path === chosen) listed = true
    }

    text: qsTr("Default model")
    explanation: qsTr("Opens when Canter starts, and new chats begin with it.")
    onChosenChanged: look()

    Choice {
        text: qsTr("The last one used")
        checked: row.chosen === ""
        onClicked: row.controller.defaultModel = ""
    }
    Choice {
        visible: row.chosen !== "" && !row.listed
        text: row.chosen.split(/[\\/]/).pop()
        checked: true
    }
    Repeater {
        id: choices

        model: row.models.quick
        onItemAdded: Qt.callLater(row.look)
        onItemRemoved: Qt.callLater(row.look)

        Choice {
            required property string path
            required property string name

            text: name
            checked: row.chosen === path
            onClicked: row.controller.defaultModel = path
        }
    }
}

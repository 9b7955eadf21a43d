import QtQuick
import QtQuick.Layouts
import Canter.Theme
import Canter.Models
import Canter.Settings

Section {
    id: section

    required property SettingsController controller
    required property ModelsController models

    title: qsTr("Computing")
    resettable: controller.known
    onResetWanted: controller.resetComputing()

    DefaultModelRow {
        enabled: section.controller.known
        controller: section.controller
        models: section.models
    }
    SettingRow {
        enabled: section.controller.known
        text: qsTr("Processor cores")
        explanation: qsTr("More answer faster, up to the cores there are; fewer leave room for other programs.")
        note: section.controller.fixedThreads > 0
              ? qsTr("This run was started with %n thread(s). The choice is for the next.", "",
                     section.controller.fixedThreads) : ""

        Choice {
            text: qsTr("Automatic (%1)").arg(section.controller.automaticThreads)
            checked: section.controller.threads === 0
            onClicked: section.controller.threads = 0
        }
        Choice {
            text: qsTr("Custom")
            checked: section.controller.threads > 0
            onClicked: if (!checked) section.controller.threads = section.controller.automaticThreads
        }
    }
    ValueSlider {
        Layout.fillWidth: true
        visible: section.controller.threads > 0
        text: qsTr("Cores")
        decimals: 0
        from: 1
        to: section.controller.mostThreads
        stepSize: 1
        value: section.controller.threads
        onChanged: value => section.controller.threads = Math.round(value)
    }
    SettingRow {
        enabled: section.controller.known
        text: qsTr("Chat memory (KV cache)")
        explanation: section.controller.cacheBits < 32
                     ? qsTr("The model's memory of a chat is rounded, so longer chats fit. Answers can differ in a word now and then.")
                     : qsTr("The model's memory of a chat is kept as it was computed.")

        Choice {
            text: qsTr("Exact (F32)")
            checked: section.controller.cacheBits === 32
            onClicked: section.controller.cacheBits = 32
        }
        Choice {
            text: qsTr("Half the memory (F16)")
            checked: section.controller.cacheBits === 16
            onClicked: section.controller.cacheBits = 16
        }
        Choice {
            text: qsTr("A quarter of the memory (Q8_0)")
            checked: section.controller.cacheBits === 8
            onClicked: section.controller.cacheBits = 8
        }
    }
    SettingRow {
        enabled: section.controller.known
        text: qsTr("Context length")
        explanation: qsTr("How much of a chat a model reads at most. A shorter context takes less memory; models that can read less are not stretched.")

        Choice {
            text: qsTr("As the model can")
            checked: section.controller.context === 0
            onClicked: section.controller.context = 0
        }
        Repeater {
            model: [2048, 4096, 8192, 16384, 32768]

            Choice {
                required property int modelData

                text: qsTr("%L1 tokens").arg(modelData)
                checked: section.controller.context === modelData
                onClicked: section.controller.context = modelData
            }
        }
    }
    SettingRow {
        enabled: section.controller.known
        text: qsTr("Chats kept ready")
        explanation: qsTr("Memory in which chats stay as the model read them, so that one you come back to is not read again. What was used longest ago goes first.")

        Choice {
            text: qsTr("Automatic")
            checked: section.controller.keptMebibytes < 0
            onClicked: section.controller.keptMebibytes = -1
        }
        Choice {
            text: qsTr("The last one alone")
            checked: section.controller.keptMebibytes === 0
            onClicked: section.controller.keptMebibytes = 0
        }
        Repeater {
            model: [1, 2, 4, 8]

            Choice {
                required property int modelData

                text: qsTr("%L1 GB").arg(modelData)
                checked: section.controller.keptMebibytes === 1024 * modelData
                onClicked: section.controller.keptMebibytes = 1024 * modelData
            }
        }
    }
    Label {
        Layout.fillWidth: true
        text: section.controller.waiting ? qsTr("Applies after the running answer.")
                                         : qsTr("A change applies after the running answer.")
        font.pixelSize: Theme.figureSize
        color: section.controller.waiting ? Theme.accent : Theme.muted
        wrapMode: Text.Wrap
    }
}

import QtQuick
import QtQuick.Layouts
import Canter.Theme
import Canter.Settings

Section {
    id: section

    required property SettingsController controller

    title: qsTr("Computing")
    resettable: controller.known
    onResetWanted: controller.resetComputing()

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
        explanation: section.controller.halfCache
                     ? qsTr("The model's memory of a chat is rounded, so longer chats fit. Answers can differ in a word now and then.")
                     : qsTr("The model's memory of a chat is kept as it was computed.")

        Choice {
            text: qsTr("Exact (F32)")
            checked: !section.controller.halfCache
            onClicked: section.controller.halfCache = false
        }
        Choice {
            text: qsTr("Half the memory (F16)")
            checked: section.controller.halfCache
            onClicked: section.controller.halfCache = true
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

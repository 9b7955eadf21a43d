import QtQuick
import QtQuick.Layouts
import Canter.Theme
import Canter.Chat
import Canter.Session
import Canter.Models

/// The row above the field: which model answers, whether it is accelerated, how fast it is.
RowLayout {
    id: bar

    required property ChatController chat
    required property ModelStatus model
    required property ModelsController models
    signal allModelsWanted()
    signal openModelWanted()
    signal tuneWanted()
    signal settingsWanted()

    spacing: Theme.space3

    TextButton {
        id: modelButton

        Layout.fillWidth: true
        Layout.minimumWidth: 3 * Theme.controlHeight
        Layout.maximumWidth: Math.min(240 * Math.max(1, Theme.textScale * 0.8), implicitWidth)
        Layout.leftMargin: -Theme.space2
        implicitHeight: Theme.smallControlHeight
        quiet: true
        symbol: "model"
        color: Theme.muted
        font.pixelSize: Theme.figureSize
        text: bar.chat.otherModel ? bar.chat.otherModel
              : bar.model.state === ModelStatus.Opening ? qsTr("Opening %1…").arg(bar.model.name)
              : bar.model.state === ModelStatus.Ready ? bar.model.name : qsTr("No model")
        Accessible.description: qsTr("Choose another model")
        onClicked: menu.open()

        Menu {
            id: menu

            y: -height - Theme.space1

            // The items of a Repeater get mixed up with the others.
            Instantiator {
                model: bar.models.quick
                onObjectAdded: (index, item) => menu.insertItem(index, item)
                onObjectRemoved: (index, item) => menu.removeItem(item)

                MenuItem {
                    required property string path
                    required property string name
                    required property string host
                    required property int use

                    text: host ? qsTr("%1 at %2").arg(name).arg(host) : name
                    symbol: use === ModelListModel.InUse ? "check" : ""
                    Accessible.checked: use === ModelListModel.InUse
                    onTriggered: bar.models.open(path)
                }
            }
            MenuSeparator {}
            MenuItem {
                text: qsTr("Open model…")
                symbol: "open"
                onTriggered: bar.openModelWanted()
            }
            MenuItem {
                text: qsTr("All models…")
                symbol: "model"
                onTriggered: bar.allModelsWanted()
            }
            MenuItem {
                text: qsTr("Tune adapter…")
                symbol: "tune"
                enabled: bar.model.state === ModelStatus.Ready && !bar.model.elsewhere
                color: enabled ? Theme.text : Theme.muted
                onTriggered: bar.tuneWanted()
            }
        }
    }
    TextButton {
        id: openNow

        Layout.leftMargin: -Theme.space3
        visible: bar.chat.otherModel
        implicitHeight: Theme.smallControlHeight
        quiet: true
        color: Theme.accent
        font.pixelSize: Theme.figureSize
        text: qsTr("Open")
        Accessible.description: tip.text
        onClicked: bar.chat.openModel()

        Tip {
            id: tip

            visible: openNow.hovered
            text: qsTr("The model of this chat. It opens with your next message.")
        }
    }
    Toggle {
        id: toggle

        visible: !bar.chat.place
        enabled: bar.chat.canAccelerate
        checked: bar.chat.accelerate && bar.model.accelerationAvailable
        text: qsTr("Accelerate")
        Accessible.description: [state.text, bar.model.accelerationHelp].filter(each => each).join(". ")
        onToggled: bar.chat.setAccelerate(checked)
    }
    Label {
        id: state

        Layout.fillWidth: true
        Layout.maximumWidth: Math.ceil(implicitWidth)
        Layout.leftMargin: -Theme.space1
        visible: !bar.chat.place && bar.width > 30 * Theme.textSize
        text: bar.chat.accelerationState
        color: Theme.muted
        font.pixelSize: Theme.figureSize

        HoverHandler { id: hover }
        Tip {
            visible: hover.hovered && text
            text: [state.truncated ? state.text : "", bar.model.accelerationHelp].filter(each => each).join("\n")
        }
    }
    TextButton {
        id: tune

        Layout.leftMargin: -Theme.space3
        visible: !bar.chat.place && bar.model.state === ModelStatus.Ready && !bar.model.hasAdapter
        implicitHeight: Theme.smallControlHeight
        quiet: true
        color: Theme.accent
        font.pixelSize: Theme.figureSize
        text: qsTr("Tune…")
        Accessible.description: qsTr("Make an adapter for this model")
        onClicked: bar.tuneWanted()
    }
    ThinkingSwitch {
        Layout.fillWidth: true
        Layout.minimumWidth: indicator.width
        Layout.maximumWidth: Math.ceil(implicitWidth)
        options: bar.chat.options
        model: bar.model
    }
    ThinkingLevel {
        Layout.leftMargin: -Theme.space1
        options: bar.chat.options
        model: bar.model
    }
    Item { Layout.fillWidth: true }
    Label {
        visible: bar.model.slow
        text: qsTr("%1%").arg(Math.floor(bar.model.progress * 100))
        color: Theme.muted
        font.pixelSize: Theme.figureSize
        Accessible.name: qsTr("Opened so far: %1").arg(text)
    }
    StepGauge {
        visible: bar.chat.steps.length > 1
        steps: bar.chat.steps
    }
    Label {
        visible: text
        text: bar.chat.speed
        color: Theme.muted
        font.pixelSize: Theme.figureSize
        Accessible.name: text ? qsTr("Speed: %1").arg(text) : ""
    }
    ContextBar { context: bar.chat.context }
    IconButton {
        Layout.rightMargin: -Theme.space1
        space: 12
        implicitHeight: Theme.smallControlHeight
        symbol: "settings"
        symbolSize: 16
        symbolColor: bar.chat.options.ordinary ? Theme.muted : Theme.accent
        text: qsTr("Settings of this chat")
        onClicked: bar.settingsWanted()
    }
}

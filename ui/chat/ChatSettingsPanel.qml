import QtQuick
import QtQuick.Layouts
import Canter.Theme
import Canter.Blocks
import Canter.Chat
import Canter.Session

/// How answers are given in this chat.
SidePanel {
    id: panel

    required property ChatOptions options
    required property ModelStatus model

    title: qsTr("Settings of this chat")

    ColumnLayout {
        Layout.fillWidth: true
        spacing: Theme.space1

        Label {
            text: qsTr("System prompt")
            Accessible.ignored: true
        }
        Rectangle {
            Layout.fillWidth: true
            implicitHeight: Math.max(96, prompt.implicitHeight)
            radius: Theme.radius
            color: Theme.surface
            border.width: prompt.activeFocus ? 2 : 1
            border.color: prompt.activeFocus ? Theme.accent : Theme.border

            TextBox {
                id: prompt

                anchors.fill: parent
                padding: Theme.space3
                text: panel.options.systemPrompt
                placeholderText: qsTr("You are a patient teacher.")
                Accessible.name: qsTr("System prompt")
                onEditingFinished: panel.options.systemPrompt = text
            }
        }
        Label {
            Layout.fillWidth: true
            text: qsTr("Tells the model who it is, before all that is said.")
            font.pixelSize: Theme.figureSize
            color: Theme.muted
            wrapMode: Text.Wrap
            elide: Text.ElideNone
        }
    }
    ThinkingChoice {
        Layout.fillWidth: true
        visible: panel.model.thinkingSwitch || panel.model.thinkingEffort
        options: panel.options
        model: panel.model
    }
    PresetRow {
        id: presets

        Layout.fillWidth: true
        options: panel.options
    }
    ValueSlider {
        Layout.fillWidth: true
        text: qsTr("Temperature")
        explanation: panel.model.elsewhere ? qsTr("Higher is more surprising. The server decides until you change it.")
                     : panel.options.drawn ? qsTr("Higher is more surprising.")
                                           : qsTr("Greedy: always the likeliest word.")
        to: 2
        stepSize: 0.05
        value: panel.options.temperature
        restorable: (panel.options.changes & ChatOptions.Temperature) !== 0
        onRestored: panel.options.restore(ChatOptions.Temperature)
        onChanged: value => panel.options.temperature = value
    }
    ValueSlider {
        Layout.fillWidth: true
        enabled: panel.options.drawn
        opacity: enabled ? 1 : 0.5
        text: qsTr("Top-p")
        explanation: qsTr("Only the likeliest words that together reach this share.")
        from: 0.05
        to: 1
        stepSize: 0.01
        value: panel.options.topP
        restorable: (panel.options.changes & ChatOptions.TopP) !== 0
        onRestored: panel.options.restore(ChatOptions.TopP)
        onChanged: value => panel.options.topP = value
    }
    ValueSlider {
        Layout.fillWidth: true
        visible: !panel.model.elsewhere
        enabled: panel.options.drawn
        opacity: enabled ? 1 : 0.5
        text: qsTr("Min-p")
        explanation: qsTr("Only words with this share of the likeliest one's chance.")
        to: 0.5
        stepSize: 0.01
        value: panel.options.minP
        restorable: (panel.options.changes & ChatOptions.MinP) !== 0
        onRestored: panel.options.restore(ChatOptions.MinP)
        onChanged: value => panel.options.minP = value
    }
    ValueSlider {
        Layout.fillWidth: true
        visible: !panel.model.elsewhere
        enabled: panel.options.drawn
        opacity: enabled ? 1 : 0.5
        text: qsTr("Top-k")
        explanation: qsTr("Only this many of the likeliest words; 0 for all.")
        to: 200
        stepSize: 1
        decimals: 0
        value: panel.options.topK
        restorable: (panel.options.changes & ChatOptions.TopK) !== 0
        onRestored: panel.options.restore(ChatOptions.TopK)
        onChanged: value => panel.options.topK = Math.round(value)
    }
    ValueSlider {
        Layout.fillWidth: true
        visible: !panel.model.elsewhere
        text: qsTr("Repetition penalty")
        explanation: qsTr("1 is none; more makes repeated words less likely.")
        from: 1
        to: 2
        stepSize: 0.05
        value: panel.options.repeatPenalty
        restorable: (panel.options.changes & ChatOptions.RepeatPenalty) !== 0
        onRestored: panel.options.restore(ChatOptions.RepeatPenalty)
        onChanged: value => panel.options.repeatPenalty = value
    }
    NumberRow {
        Layout.fillWidth: true
        text: qsTr("Maximum length")
        explanation: qsTr("In tokens; empty for no limit.")
        value: panel.options.maxTokens > 0 ? panel.options.maxTokens : ""
        onChanged: text => panel.options.maxTokens = Number(text)
    }
    WhenFullChoice {
        Layout.fillWidth: true
        visible: !panel.model.elsewhere
        options: panel.options
    }
    NumberRow {
        Layout.fillWidth: true
        enabled: panel.options.drawn
        opacity: enabled ? 1 : 0.5
        text: qsTr("Seed")
        explanation: qsTr("The same seed draws the same answer again; empty for another each time.")
        value: panel.options.seed
        onChanged: text => panel.options.seed = text
    }
    Toggle {
        visible: !panel.model.elsewhere
        text: qsTr("Mark drafted words in answers")
        checked: BlockStyle.draftsMarked
        onToggled: BlockStyle.draftsMarked = checked
    }
    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.space2

        TextButton {
            text: qsTr("Use for new chats")
            enabled: !panel.options.ordinary
            onClicked: panel.options.makeOrdinary()
        }
        TextButton {
            quiet: true
            text: qsTr("Reset")
            onClicked: panel.options.reset()
        }
    }
}

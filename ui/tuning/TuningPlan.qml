import QtQuick
import QtQuick.Layouts
import Canter.Theme
import Canter.Tuning

/// What a tuning will do and take, before it begins.
ColumnLayout {
    id: plan

    required property TuningController tuning
    readonly property bool ready: tuning.state === TuningController.Planned
    signal closeWanted()
    signal promptsFileWanted()

    /// Kept in view below.
    readonly property Component actions: Flow {
        function focusFirst() { (resumeButton.visible ? resumeButton : startButton).forceActiveFocus() }

        spacing: Theme.space2
        layoutDirection: Qt.RightToLeft

        TextButton {
            id: resumeButton

            visible: plan.ready && plan.tuning.resumable
            strong: true
            text: qsTr("Resume")
            onClicked: plan.tuning.resume()
        }
        TextButton {
            id: startButton

            strong: !resumeButton.visible
            enabled: plan.ready
            text: resumeButton.visible ? qsTr("Start anew") : qsTr("Start tuning")
            onClicked: plan.tuning.start()
        }
        TextButton {
            quiet: true
            text: qsTr("Not now")
            onClicked: plan.closeWanted()
        }
    }

    spacing: Theme.space4

    Label {
        Layout.fillWidth: true
        text: qsTr("An adapter lets the model guess several words ahead and check them at once. Answers come sooner, and their text stays the same.")
        wrapMode: Text.Wrap
        elide: Text.ElideNone
        lineHeight: 1.4
    }
    TuningStep {
        number: 1
        title: qsTr("Collect answers")
        details: plan.ready ? plan.tuning.promptsText : qsTr("Measuring this computer…")
    }
    TuningStep {
        number: 2
        title: qsTr("Learn")
        details: qsTr("The adapter learns to guess what the model says. The model itself is not changed.")
    }
    TuningStep {
        number: 3
        title: qsTr("Measure")
        details: qsTr("Prompts it never saw are answered with and without it. It is switched on if it pays.")
    }
    Rectangle {
        Layout.fillWidth: true
        implicitHeight: 1
        color: Theme.border
    }
    GridLayout {
        columns: 2
        columnSpacing: Theme.space4
        rowSpacing: Theme.space3
        enabled: plan.ready

        Label {
            Layout.alignment: Qt.AlignTop
            Layout.topMargin: 5
            text: qsTr("Time")
            color: Theme.muted
        }
        Flow {
            Layout.fillWidth: true
            spacing: Theme.space2

            Repeater {
                model: plan.tuning.choices

                Choice {
                    required property int modelData
                    text: modelData === plan.tuning.suggestedMinutes
                          ? qsTr("%1, suggested").arg(plan.tuning.duration(modelData))
                          : plan.tuning.duration(modelData)
                    checked: plan.tuning.minutes === modelData
                    onClicked: plan.tuning.chooseMinutes(modelData)
                }
            }
        }
        Label { text: qsTr("Memory"); color: Theme.muted }
        Label {
            Layout.fillWidth: true
            text: plan.ready ? plan.tuning.memoryText : "…"
        }
        Label {
            Layout.alignment: Qt.AlignTop
            Layout.topMargin: 5
            text: qsTr("Prompts")
            color: Theme.muted
        }
        ColumnLayout {
            spacing: Theme.space2

            Flow {
                Layout.fillWidth: true
                spacing: Theme.space2

                Choice {
                    text: qsTr("Built-in")
                    checked: !plan.tuning.promptsFile
                    onClicked: plan.tuning.usePromptsFile("")
                }
                Choice {
                    text: qsTr("From a file…")
                    checked: plan.tuning.promptsFile
                    onClicked: plan.promptsFileWanted()
                    Accessible.description: qsTr("One conversation a line, as JSON")
                }
            }
            Label {
                Layout.fillWidth: true
                text: plan.tuning.promptsFile
                      || qsTr("Questions, writing, code and lists, in eleven languages")
                wrapMode: Text.Wrap
                elide: Text.ElideNone
                lineHeight: 1.3
                font.pixelSize: Theme.figureSize
                color: Theme.muted
            }
            Toggle {
                Layout.fillWidth: true
                visible: plan.tuning.ownPrompts > 0
                text: qsTr("Learn from my own %n question(s) too", "", plan.tuning.ownPrompts)
                checked: plan.tuning.withOwnPrompts
                onToggled: plan.tuning.useOwnPrompts(checked)
                Accessible.description: qsTr("They stay on this computer")
            }
        }
    }
    Label {
        Layout.fillWidth: true
        text: qsTr("You can go on chatting meanwhile: tuning waits while an answer is written.")
        wrapMode: Text.Wrap
        elide: Text.ElideNone
        font.pixelSize: Theme.figureSize
        color: Theme.muted
    }
}

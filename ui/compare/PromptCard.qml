import QtQuick
import QtQuick.Controls.Basic as Basic
import QtQuick.Layouts
import Canter.Theme
import Canter.Compare

/// What is to be asked, and how.
Rectangle {
    id: card

    required property CompareController controller
    property list<string> examples
    property real most: 240

    function focusField() { if (field.visible) field.forceActiveFocus() }

    implicitHeight: column.implicitHeight + 2 * Theme.space4
    radius: Theme.cardRadius
    color: Theme.surface
    border.color: field.activeFocus ? Theme.muted : Theme.border

    ColumnLayout {
        id: column

        anchors { left: parent.left; right: parent.right; top: parent.top; margins: Theme.space4 }
        spacing: Theme.space3

        Flow {
            Layout.fillWidth: true
            spacing: Theme.space2

            Choice {
                text: qsTr("One prompt")
                checked: !card.controller.set
                enabled: !card.controller.running
                onClicked: card.controller.set = false
            }
            Choice {
                text: qsTr("Prompt set")
                checked: card.controller.set
                enabled: !card.controller.running
                onClicked: card.controller.set = true
            }
        }
        Flickable {
            id: scroller

            Layout.fillWidth: true
            Layout.preferredHeight: Math.min(card.most, field.implicitHeight)
            visible: !card.controller.set
            contentHeight: field.implicitHeight
            clip: true
            boundsBehavior: Flickable.StopAtBounds
            Basic.ScrollBar.vertical: ScrollBar {}

            Basic.TextArea.flickable: TextBox {
                id: field

                padding: 0
                topPadding: Theme.space1
                bottomPadding: Theme.space1
                leftPadding: 2
                rightPadding: 2
                text: card.controller.prompt
                readOnly: card.controller.running
                placeholderText: qsTr("Write a prompt that both answer")
                Accessible.name: qsTr("Prompt")
                onTextChanged: card.controller.prompt = text
                Keys.onPressed: event => {
                    const enter = event.key === Qt.Key_Return || event.key === Qt.Key_Enter
                    if (!enter || !(event.modifiers & Qt.ControlModifier)) return
                    card.controller.run()
                    event.accepted = true
                }
            }
        }
        Flow {
            Layout.fillWidth: true
            visible: !card.controller.set && !field.text && !card.controller.shownPrompt
            spacing: Theme.space2

            Repeater {
                model: card.examples

                Choice {
                    required property string modelData
                    width: Math.min(implicitWidth, column.width)
                    text: modelData
                    onClicked: card.controller.prompt = modelData
                    Accessible.role: Accessible.Button
                }
            }
        }
        ColumnLayout {
            visible: card.controller.set
            spacing: Theme.space2
            enabled: !card.controller.running

            Flow {
                Layout.fillWidth: true
                spacing: Theme.space2

                Choice {
                    text: qsTr("Built-in")
                    checked: !card.controller.promptsFile
                    onClicked: card.controller.usePromptsFile("")
                }
                Choice {
                    text: card.controller.promptsFile || qsTr("From a file…")
                    checked: card.controller.promptsFile
                    onClicked: card.controller.promptsFileWanted()
                    Accessible.description: qsTr("One conversation a line, as JSON")
                }
                Item { width: Theme.space2; height: 1 }
                Repeater {
                    model: [5, 10, 25]

                    Choice {
                        required property int modelData
                        text: qsTr("%n prompt(s)", "", modelData)
                        checked: card.controller.setSize === modelData
                        onClicked: card.controller.setSize = modelData
                    }
                }
            }
            Label {
                Layout.fillWidth: true
                text: card.controller.promptsFile
                      ? qsTr("The first of them that fit the model are answered both ways.")
                      : qsTr("Questions, writing, code and lists. Adapters learn from other prompts where there is time for them.")
                wrapMode: Text.Wrap
                elide: Text.ElideNone
                lineHeight: 1.3
                font.pixelSize: Theme.figureSize
                color: Theme.muted
            }
        }
        Rectangle {
            Layout.fillWidth: true
            implicitHeight: 1
            color: Theme.border
        }
        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.space3

            CompareSettings {
                Layout.fillWidth: true
                visible: !card.controller.running
                controller: card.controller
            }
            ColumnLayout {
                visible: card.controller.running
                spacing: Theme.space1

                Label {
                    Layout.fillWidth: true
                    visible: text
                    text: card.controller.progressText
                    font.pixelSize: Theme.figureSize
                    color: Theme.muted
                }
                ProgressLine {
                    Layout.fillWidth: true
                    visible: card.controller.progressText
                    progress: card.controller.progress
                    Accessible.name: card.controller.progressText
                }
                Label {
                    Layout.fillWidth: true
                    visible: !card.controller.progressText
                    text: qsTr("One after the other, so that neither slows the other. Then both are shown from the same start.")
                    wrapMode: Text.Wrap
                    elide: Text.ElideNone
                    font.pixelSize: Theme.figureSize
                    color: Theme.muted
                }
            }
            TextButton {
                id: run

                Layout.alignment: Qt.AlignBottom
                visible: !card.controller.running
                strong: true
                symbol: "play"
                text: qsTr("Run")
                enabled: card.controller.canRun
                onClicked: card.controller.run()

                Tip {
                    visible: run.hovered && !run.down
                    text: qsTr("Run (Ctrl+Enter)")
                }
            }
            TextButton {
                id: stop

                Layout.alignment: Qt.AlignBottom
                visible: card.controller.running
                symbol: "stop"
                text: qsTr("Stop")
                enabled: !card.controller.stopping
                onClicked: card.controller.stop()
            }
        }
    }
}

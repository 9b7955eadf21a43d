import QtQuick
import QtQuick.Controls.Basic as Basic
import QtQuick.Layouts
import Canter.Theme
import Canter.Chat
import Canter.Session

/// A chat that has not begun: what the model is good for, and four ways to begin.
Flickable {
    id: empty

    required property ChatController chat
    required property ModelStatus model
    signal openModelWanted()
    signal moreModelsWanted()

    contentHeight: Math.max(height, column.implicitHeight + 2 * Theme.space4)
    boundsBehavior: Flickable.StopAtBounds
    clip: true
    Basic.ScrollBar.vertical: ScrollBar {}

    ColumnLayout {
        id: column

        anchors.centerIn: parent
        width: Math.min(560 * Math.max(1, Theme.textScale * 0.75), empty.width - 2 * Theme.space5)
        spacing: Theme.space2

        Label {
            Layout.fillWidth: true
            text: empty.model.state === ModelStatus.Failed ? qsTr("No model is open") : empty.model.name
            font.pixelSize: Theme.headingSize
            font.weight: Font.DemiBold
            Accessible.role: Accessible.Heading
        }
        Label {
            Layout.fillWidth: true
            text: empty.model.purpose
            wrapMode: Text.Wrap
            lineHeightMode: Text.FixedHeight
            lineHeight: Theme.lineHeight
            color: Theme.muted
        }
        Label {
            Layout.fillWidth: true
            visible: text
            text: empty.model.details
            wrapMode: Text.Wrap
            font.pixelSize: Theme.figureSize
            color: Theme.muted
        }

        Grid {
            id: grid

            readonly property real cellWidth: (width - (columns - 1) * spacing) / columns
            readonly property real cellHeight: {
                let most = 0
                for (let i = 0; i < examples.count; ++i)
                    most = Math.max(most, examples.itemAt(i)?.implicitHeight ?? 0)
                return most
            }

            Layout.fillWidth: true
            Layout.preferredWidth: 1
            Layout.topMargin: Theme.space4
            columns: width < 440 * Theme.textScale ? 1 : 2
            spacing: Theme.space2
            visible: empty.model.state !== ModelStatus.Failed

            Repeater {
                id: examples

                model: empty.model.examples

                ExampleButton {
                    required property string modelData

                    width: grid.cellWidth
                    height: grid.cellHeight
                    text: modelData
                    enabled: empty.chat.canSend
                    onClicked: empty.chat.send(modelData)
                }
            }
        }

        ColumnLayout {
            Layout.topMargin: Theme.space4
            visible: empty.model.small || empty.model.state === ModelStatus.Failed
            spacing: Theme.space3

            Label {
                Layout.fillWidth: true
                text: qsTr("A larger model knows more. Canter finds three that suit this computer; or open a GGUF file, or drop it here.")
                wrapMode: Text.Wrap
                elide: Text.ElideNone
                lineHeight: 1.3
                font.pixelSize: Theme.figureSize
                color: Theme.muted
            }
            Flow {
                Layout.fillWidth: true
                spacing: Theme.space2

                TextButton {
                    text: qsTr("Get a model…")
                    symbol: "download"
                    strong: true
                    onClicked: empty.moreModelsWanted()
                }
                TextButton {
                    text: qsTr("Open model…")
                    symbol: "open"
                    onClicked: empty.openModelWanted()
                }
            }
        }
    }
}

import QtQuick
import QtQuick.Layouts
import Canter.Theme
import Canter.Settings

Section {
    id: section

    required property ServerController controller

    title: qsTr("Other programs")

    Toggle {
        Layout.fillWidth: true
        text: qsTr("Let other programs use the open model")
        Accessible.description: words.text
        checked: section.controller.wanted
        onToggled: section.controller.wanted = checked
    }
    Label {
        id: words

        Layout.fillWidth: true
        text: qsTr("Editors, scripts and other chat windows on this computer can ask it as they would ask OpenAI or Ollama. No other computer and no web page can.")
        font.pixelSize: Theme.figureSize
        color: Theme.muted
        wrapMode: Text.Wrap
        elide: Text.ElideNone
    }
    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.space3

        Label {
            text: qsTr("Port")
            Accessible.ignored: true
        }
        LineField {
            implicitWidth: 110 * Math.max(1, Theme.textScale * 0.8)
            text: section.controller.port
            inputMethodHints: Qt.ImhDigitsOnly
            validator: RegularExpressionValidator { regularExpression: /\d{1,5}/ }
            Accessible.name: qsTr("Port")
            onEditingFinished: {
                section.controller.port = parseInt(text)
                text = Qt.binding(() => section.controller.port)
            }
        }
        Item { Layout.fillWidth: true }
    }
    Label {
        Layout.fillWidth: true
        visible: section.controller.state === ServerController.WithoutModel
                 || section.controller.state === ServerController.Starting
        text: section.controller.state === ServerController.Starting
              ? qsTr("Starting…") : qsTr("Starts as soon as a model is open.")
        font.pixelSize: Theme.figureSize
        color: Theme.muted
        wrapMode: Text.Wrap
    }
    ColumnLayout {
        Layout.fillWidth: true
        visible: section.controller.state === ServerController.Listening
        spacing: Theme.space1

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.space2

            SelectableText {
                text: section.controller.address
                Accessible.name: qsTr("Address: %1").arg(text)
            }
            CopyButton { onClicked: section.controller.copyAddress() }
            Item { Layout.fillWidth: true }
        }
        Label {
            Layout.fillWidth: true
            text: qsTr("The model is called %1 there. No key is needed.").arg(section.controller.modelName)
            font.pixelSize: Theme.figureSize
            color: Theme.muted
            wrapMode: Text.Wrap
            elide: Text.ElideNone
        }
    }
    Banner {
        Layout.fillWidth: true
        visible: section.controller.state === ServerController.Failed
        text: section.controller.error

        TextButton {
            text: qsTr("Try again")
            onClicked: section.controller.retry()
        }
    }
}

import QtQuick
import QtQuick.Layouts
import Canter.Theme
import Canter.Settings
import Canter.Sidebar

Section {
    id: section

    required property SettingsController controller
    required property ImportController imports
    signal importWanted()

    title: qsTr("Your data")

    ColumnLayout {
        Layout.fillWidth: true
        spacing: Theme.space1

        SelectableText {
            Layout.fillWidth: true
            text: section.controller.dataFolder
            horizontalAlignment: Text.AlignLeft
            Accessible.name: qsTr("Data folder: %1").arg(text)
        }
        Label {
            Layout.fillWidth: true
            visible: section.controller.dataSize
            text: qsTr("Chats and settings: %1").arg(section.controller.dataSize)
            font.pixelSize: Theme.figureSize
            color: Theme.muted
        }
        Label {
            Layout.fillWidth: true
            text: qsTr("Nothing leaves this computer but the names of models that you search for or get.")
            font.pixelSize: Theme.figureSize
            color: Theme.muted
            wrapMode: Text.Wrap
        }
    }
    Flow {
        Layout.fillWidth: true
        spacing: Theme.space2

        TextButton {
            text: qsTr("Open folder")
            onClicked: section.controller.openDataFolder()
        }
        TextButton {
            text: qsTr("Import chats…")
            enabled: !section.imports.running
            onClicked: section.importWanted()
        }
        TextButton {
            text: qsTr("Export everything…")
            enabled: section.controller.exportState !== SettingsController.Exporting
            onClicked: section.controller.exportEverything()
        }
    }
    Label {
        Layout.fillWidth: true
        text: section.imports.text || qsTr("From ChatGPT, Claude, LM Studio, Jan, Open WebUI or Canter; what is here already is not added again.")
        font.pixelSize: Theme.figureSize
        color: Theme.muted
        wrapMode: Text.Wrap
        elide: Text.ElideNone
    }
    Banner {
        Layout.fillWidth: true
        visible: section.controller.exportState === SettingsController.Exported
                 || section.controller.exportState === SettingsController.ExportFailed
        readonly property bool failed: section.controller.exportState === SettingsController.ExportFailed
        symbol: failed ? "alert" : "check"
        tone: failed ? Theme.danger : Theme.success
        text: failed ? section.controller.exportText
                     : qsTr("Everything is in %1").arg(section.controller.exportText)
    }
}

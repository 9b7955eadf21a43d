import QtQuick
import QtQuick.Layouts
import Canter.Theme
import Canter.Models

/// The models that Canter knows, and those of other programs on this computer.
Page {
    id: page

    required property ModelsController controller
    signal fileWanted()
    signal folderWanted()

    title: qsTr("Models")
    actions: [
        TextButton {
            text: qsTr("Add file…")
            symbol: "add"
            onClicked: page.fileWanted()
        },
        TextButton {
            text: qsTr("Add folder…")
            symbol: "add"
            onClicked: page.folderWanted()
        }
    ]

    Component.onCompleted: controller.refresh()

    Column {
        id: cards

        Layout.fillWidth: true
        Layout.preferredWidth: 1
        spacing: Theme.space3

        Repeater {
            model: page.controller.models
            delegate: ModelCard {
                width: cards.width
                controller: page.controller
                onOpenWanted: page.controller.open(path)
                onTuneWanted: page.controller.tune(path)
                onCopyWanted: page.controller.copyPath(path)
                onFolderWanted: page.controller.showInFolder(path)
                onRemovalWanted: page.controller.remove(path)
            }
        }
    }
    FoundModels {
        Layout.fillWidth: true
        Layout.topMargin: Theme.space4
        controller: page.controller
    }
}

import QtQuick
import QtQuick.Layouts
import Canter.Theme
import Canter.Downloads
import Canter.Models
import Canter.Remote

/// The models that Canter knows, and those of other programs on this computer.
Page {
    id: page

    required property ModelsController controller
    required property DownloadsController downloads
    signal moreWanted()
    signal fileWanted()
    signal folderWanted()

    title: qsTr("Models")
    actions: [
        TextButton {
            text: qsTr("Get models…")
            symbol: "download"
            onClicked: page.moreWanted()
        },
        TextButton {
            text: qsTr("Add file…")
            symbol: "add"
            onClicked: page.fileWanted()
        },
        TextButton {
            text: qsTr("Add folder…")
            symbol: "add"
            onClicked: page.folderWanted()
        },
        TextButton {
            text: qsTr("Add an address…")
            symbol: "network"
            onClicked: addressDialog.ask()
        }
    ]

    Component.onCompleted: {
        controller.refresh()
        downloads.refresh()
    }

    DownloadsSection {
        Layout.fillWidth: true
        Layout.bottomMargin: Theme.space4
        downloads: page.downloads
    }
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
                downloads: page.downloads
                onDeletionWanted: removalQuestion.ask(path, name)
                onOpenWanted: page.controller.open(path)
                onTuneWanted: page.controller.tune(path)
                onCopyWanted: page.controller.copyPath(path)
                onFolderWanted: page.controller.showInFolder(path)
                onRemovalWanted: page.controller.remove(path)
            }
        }
    }
    RemovalQuestion {
        id: removalQuestion
        objectName: "removalQuestion"
        downloads: page.downloads
    }
    AddressDialog {
        id: addressDialog
        objectName: "addressDialog"
        remote: page.controller.remote
        onAdded: source => page.controller.open(source)
    }
    FoundModels {
        Layout.fillWidth: true
        Layout.topMargin: Theme.space4
        controller: page.controller
    }
    DuplicatesSection {
        Layout.fillWidth: true
        Layout.topMargin: Theme.space4
        storage: page.downloads.storage
    }
}

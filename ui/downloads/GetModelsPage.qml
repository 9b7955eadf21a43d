import QtQuick
import QtQuick.Layouts
import Canter.Theme
import Canter.Downloads

/// Models to get: those on their way, those for this computer, and all others.
Page {
    id: page

    required property DownloadsController downloads
    required property OffersController offers
    signal openWanted(string path)
    signal modelsWanted()
    signal folderWanted()

    title: qsTr("Get models")
    actions: TextButton {
        text: qsTr("All your models")
        symbol: "model"
        onClicked: page.modelsWanted()
    }

    // The memory that is free changes.
    function refresh() {
        downloads.refresh()
        downloads.token.refresh()
        offers.refresh()
    }
    TokenDialog {
        id: tokenDialog

        downloads: page.downloads
    }
    Component.onCompleted: refresh()
    onVisibleChanged: if (visible) refresh()

    DownloadsSection {
        Layout.fillWidth: true
        Layout.bottomMargin: Theme.space4
        downloads: page.downloads
    }
    RecommendedSection {
        Layout.fillWidth: true
        offers: page.offers
        downloads: page.downloads
        onOpenWanted: path => page.openWanted(path)
    }
    CatalogueSection {
        Layout.fillWidth: true
        offers: page.offers
        downloads: page.downloads
        onOpenWanted: path => page.openWanted(path)
    }
    HubSection {
        Layout.fillWidth: true
        Layout.topMargin: Theme.space4
        offers: page.offers
        downloads: page.downloads
        onOpenWanted: path => page.openWanted(path)
    }
    TokenSection {
        Layout.fillWidth: true
        Layout.topMargin: Theme.space4
        token: page.downloads.token
        onTokenWanted: tokenDialog.ask(-1)
    }
    FolderSection {
        Layout.fillWidth: true
        Layout.topMargin: Theme.space4
        downloads: page.downloads
        onFolderWanted: page.folderWanted()
    }
}

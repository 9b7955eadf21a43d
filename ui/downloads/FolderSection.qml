import QtQuick
import QtQuick.Layouts
import Canter.Theme
import Canter.Downloads

/// Where models go, and how much room there is.
ColumnLayout {
    id: section

    required property DownloadsController downloads
    signal folderWanted()

    spacing: Theme.space2

    Label {
        text: qsTr("Where models are kept")
        font.pixelSize: Theme.titleSize
        font.weight: Font.DemiBold
        Accessible.role: Accessible.Heading
    }
    SelectableText {
        Layout.fillWidth: true
        text: section.downloads.folder
        horizontalAlignment: Text.AlignLeft
        Accessible.name: qsTr("Folder for models: %1").arg(text)
    }
    Label {
        Layout.fillWidth: true
        visible: text
        text: section.downloads.space
        color: Theme.muted
        font.pixelSize: Theme.figureSize
        wrapMode: Text.Wrap
    }
    Flow {
        Layout.fillWidth: true
        spacing: Theme.space2

        TextButton {
            text: qsTr("Choose another folder…")
            onClicked: section.folderWanted()
        }
        TextButton {
            visible: !section.downloads.ownFolder
            text: qsTr("Use Canter's own folder")
            onClicked: section.downloads.useOwnFolder()
        }
        TextButton {
            text: qsTr("Open folder")
            onClicked: section.downloads.showFolder()
        }
    }
    Label {
        Layout.fillWidth: true
        text: qsTr("Another folder is for what you get from then on. What is there already stays where it is.")
        color: Theme.muted
        font.pixelSize: Theme.figureSize
        wrapMode: Text.Wrap
        elide: Text.ElideNone
    }
}

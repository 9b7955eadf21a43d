import QtQuick
import QtQuick.Layouts
import Canter.Theme
import Canter.Downloads

/// Where models go, and how much room there is.
ColumnLayout {
    id: section

    required property DownloadsController downloads
    readonly property StorageController storage: downloads.storage
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
    RowLayout {
        Layout.fillWidth: true
        visible: section.storage.elsewhere > 0 || section.storage.moving || section.storage.moveFailed
        spacing: Theme.space2

        ColumnLayout {
            Layout.fillWidth: true
            spacing: Theme.space1

            Label {
                Layout.fillWidth: true
                text: section.storage.moveText
                      || qsTr("%n model(s) that you got lie in another folder.", "", section.storage.elsewhere)
                color: section.storage.moveFailed ? Theme.danger : Theme.text
                wrapMode: Text.Wrap
                elide: Text.ElideNone
            }
            ProgressLine {
                Layout.fillWidth: true
                visible: section.storage.moving
                implicitHeight: 4
                progress: section.storage.moveShare
                Accessible.name: section.storage.moveText
            }
        }
        TextButton {
            text: section.storage.moving ? qsTr("Stop") : qsTr("Move here")
            onClicked: section.storage.moving ? section.storage.stopMoving() : section.storage.moveHere()
        }
    }
    Label {
        Layout.fillWidth: true
        text: qsTr("Another folder is for what you get from then on. What is there already stays where it is until you move it.")
        color: Theme.muted
        font.pixelSize: Theme.figureSize
        wrapMode: Text.Wrap
        elide: Text.ElideNone
    }
}

import QtQuick
import QtQuick.Layouts
import Canter.Theme
import Canter.Downloads

/// A model that comes, waits, or could not come: how far it is, and what can be done with it.
ColumnLayout {
    id: row

    required property int index
    required property var downloadId
    required property string title
    required property int downloadState
    required property real share
    required property string figures
    required property string error
    required property bool denied
    required property DownloadsController downloads
    readonly property bool active: downloadState === DownloadListModel.Running
                                   || downloadState === DownloadListModel.Waiting
    signal tokenWanted()

    spacing: Theme.space2

    Rectangle {
        Layout.fillWidth: true
        visible: row.index > 0
        implicitHeight: 1
        color: Theme.border
    }
    RowLayout {
        Layout.fillWidth: true
        Layout.topMargin: Theme.space1
        spacing: Theme.space2

        ColumnLayout {
            Layout.fillWidth: true
            spacing: 2

            Label {
                Layout.fillWidth: true
                text: row.title
                font.weight: Font.Medium
                elide: Text.ElideMiddle
            }
            Label {
                Layout.fillWidth: true
                visible: text
                text: row.figures
                color: Theme.muted
                font.pixelSize: Theme.figureSize
                wrapMode: Text.Wrap
            }
        }
        TextButton {
            visible: row.active
            text: qsTr("Pause")
            Accessible.description: row.title
            onClicked: row.downloads.pause(row.downloadId)
        }
        TextButton {
            visible: row.denied
            strong: true
            text: qsTr("Enter a token…")
            Accessible.description: row.title
            onClicked: row.tokenWanted()
        }
        TextButton {
            visible: !row.active
            strong: !row.denied
            text: row.downloadState === DownloadListModel.Failed ? qsTr("Try again") : qsTr("Resume")
            Accessible.description: row.title
            onClicked: row.downloads.resume(row.downloadId)
        }
        TextButton {
            quiet: true
            text: qsTr("Throw away")
            Accessible.description: row.title
            onClicked: row.downloads.discard(row.downloadId)
        }
    }
    ProgressLine {
        Layout.fillWidth: true
        implicitHeight: 4
        progress: row.share
        Accessible.name: qsTr("%1: %2 percent are here").arg(row.title).arg(Math.floor(100 * row.share))
    }
    RowLayout {
        Layout.fillWidth: true
        visible: row.error
        spacing: Theme.space2

        Icon {
            Layout.alignment: Qt.AlignTop
            Layout.topMargin: 3
            name: "alert"
            size: 18
            color: Theme.danger
        }
        SelectableText {
            Layout.fillWidth: true
            text: row.error
        }
    }
}

import QtQuick
import QtQuick.Layouts
import Canter.Theme
import Canter.Downloads

/// Models that are on their way; nothing where none is.
ColumnLayout {
    id: section

    required property DownloadsController downloads

    TokenDialog {
        id: tokenDialog

        downloads: section.downloads
    }

    visible: downloads.unfinished.count > 0
    spacing: Theme.space3

    Label {
        text: qsTr("Downloads")
        font.pixelSize: Theme.titleSize
        font.weight: Font.DemiBold
        Accessible.role: Accessible.Heading
    }
    Rectangle {
        Layout.fillWidth: true
        implicitHeight: rows.implicitHeight + 2 * Theme.space3
        radius: Theme.cardRadius
        color: Theme.surface
        border.color: Theme.border

        Column {
            id: rows

            anchors { left: parent.left; right: parent.right; top: parent.top }
            anchors { leftMargin: Theme.space4; rightMargin: Theme.space4; topMargin: Theme.space3 }
            spacing: Theme.space3

            Repeater {
                model: section.downloads.unfinished
                delegate: DownloadRow {
                    width: rows.width
                    downloads: section.downloads
                    onTokenWanted: tokenDialog.ask(downloadId)
                }
            }
        }
    }
}

import QtQuick
import QtQuick.Layouts
import Canter.Theme
import Canter.Downloads

/// One of the sizes in which a model is there.
RowLayout {
    id: row

    required property var modelData
    required property DownloadsController downloads
    property bool usable: true
    signal openWanted(string path)

    spacing: Theme.space3

    Label {
        Layout.preferredWidth: 130 * Theme.textScale
        text: row.modelData.format
        elide: Text.ElideMiddle
    }
    Label {
        Layout.preferredWidth: 80 * Theme.textScale
        text: row.modelData.size
        color: Theme.muted
    }
    Label {
        Layout.fillWidth: true
        text: row.modelData.note
        color: row.modelData.short ? Theme.warning : Theme.muted
        font.pixelSize: Theme.figureSize
    }
    GetButton {
        visible: row.usable
        downloads: row.downloads
        source: row.modelData.source
        title: row.modelData.title
        onOpenWanted: path => row.openWanted(path)
    }
}

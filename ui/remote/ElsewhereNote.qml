import QtQuick
import QtQuick.Layouts
import Canter.Theme

/// Where what is written goes, wherever that is not this program.
RowLayout {
    id: note

    property string text

    visible: text
    spacing: Theme.space2
    Accessible.role: Accessible.StaticText
    Accessible.name: text

    Icon {
        Layout.alignment: Qt.AlignTop
        Layout.topMargin: 1
        name: "network"
        size: 16
        color: Theme.warning
    }
    Label {
        Layout.fillWidth: true
        text: note.text
        font.pixelSize: Theme.figureSize
        wrapMode: Text.Wrap
        elide: Text.ElideNone
        Accessible.ignored: true
    }
}

import QtQuick
import QtQuick.Controls.Basic as Basic
import QtQuick.Layouts
import Canter.Theme

/// A command and its key.
Basic.ItemDelegate {
    id: row

    required property string name
    required property string keys
    property bool current: false

    implicitHeight: Theme.controlHeight
    leftPadding: Theme.space3
    rightPadding: Theme.space3
    hoverEnabled: true
    focusPolicy: Qt.NoFocus
    Accessible.role: Accessible.ListItem
    Accessible.name: name
    Accessible.description: keys
    Accessible.selected: current

    contentItem: RowLayout {
        spacing: Theme.space3

        Label {
            Layout.fillWidth: true
            text: row.name
            Accessible.ignored: true
        }
        Label {
            text: row.keys
            color: Theme.muted
            font.pixelSize: Theme.figureSize
            Accessible.ignored: true
        }
    }
    background: Rectangle {
        radius: Theme.radius
        color: row.current || row.hovered ? Theme.raised : "transparent"
    }
}

import QtQuick
import QtQuick.Controls.Basic as Basic

Basic.MenuItem {
    id: item

    property string symbol
    property color color: Theme.text

    implicitHeight: Theme.controlHeight - 2
    leftPadding: Theme.space3
    rightPadding: Theme.space3
    Accessible.role: Accessible.MenuItem
    Accessible.name: text

    contentItem: Row {
        spacing: Theme.space2

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            name: item.symbol
            size: 16
            color: item.color
        }
        Label {
            anchors.verticalCenter: parent.verticalCenter
            text: item.text
            color: item.color
            Accessible.ignored: true
        }
    }
    background: Rectangle {
        radius: Theme.radius - 2
        color: item.highlighted ? Theme.raised : "transparent"
    }
}

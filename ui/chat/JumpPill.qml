import QtQuick
import QtQuick.Controls.Basic as Basic
import Canter.Theme

Basic.AbstractButton {
    id: pill

    property bool shown: false

    implicitWidth: row.implicitWidth + 2 * Theme.space3
    implicitHeight: Theme.controlHeight - Theme.space1
    opacity: shown ? 1 : 0
    visible: opacity > 0
    hoverEnabled: true
    focusPolicy: Qt.TabFocus
    text: qsTr("Jump to latest")
    Accessible.role: Accessible.Button
    Accessible.name: text
    Behavior on opacity { NumberAnimation { duration: Theme.motion } }

    contentItem: Item {
        Row {
            id: row

            anchors.centerIn: parent
            spacing: Theme.space1

            Icon { anchors.verticalCenter: parent.verticalCenter; name: "down"; size: 16 }
            Label {
                anchors.verticalCenter: parent.verticalCenter
                text: pill.text
                font.pixelSize: Theme.figureSize
                Accessible.ignored: true
            }
        }
    }
    background: Rectangle {
        radius: height / 2
        color: pill.hovered ? Theme.raised : Theme.surface
        border.color: Theme.border

        FocusRing { control: pill; radius: height / 2 }
    }
}

import QtQuick
import QtQuick.Controls.Basic as Basic

Basic.ScrollBar {
    id: bar

    padding: 2
    minimumSize: 0.06
    contentItem: Rectangle {
        implicitWidth: 6
        implicitHeight: 6
        radius: 3
        color: Theme.muted
        opacity: bar.size >= 1 ? 0 : bar.pressed ? 0.8 : bar.hovered ? 0.6 : 0.3
        Behavior on opacity { NumberAnimation { duration: Theme.motion } }
    }
}

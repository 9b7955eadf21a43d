import QtQuick
import QtQuick.Controls.Basic as Basic

Basic.Menu {
    padding: Theme.space1
    implicitWidth: Math.max(180, contentItem.childrenRect.width + 2 * padding)
    background: Rectangle {
        color: Theme.surface
        radius: Theme.radius
        border.color: Theme.border
    }
    enter: Transition {
        NumberAnimation { property: "opacity"; from: 0; to: 1; duration: Theme.motion }
    }
    exit: Transition {
        NumberAnimation { property: "opacity"; from: 1; to: 0; duration: Theme.motion }
    }
}

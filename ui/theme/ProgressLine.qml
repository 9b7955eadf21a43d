import QtQuick

/// How far something is that takes its time.
Rectangle {
    id: line

    property real progress: 0  ///< from 0 to 1

    implicitHeight: 2
    radius: height / 2
    color: Theme.border
    Accessible.role: Accessible.ProgressBar

    Rectangle {
        width: parent.width * Math.min(1, line.progress)
        height: parent.height
        radius: parent.radius
        color: Theme.accent
        Behavior on width {
            enabled: line.visible
            NumberAnimation { duration: Theme.motion }
        }
    }
}

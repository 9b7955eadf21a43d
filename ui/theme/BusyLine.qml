import QtQuick

/// Something is going on and nobody knows for how long.
Item {
    id: line

    property bool running: true

    implicitHeight: 2
    clip: true
    visible: running
    Accessible.role: Accessible.ProgressBar

    Rectangle {
        width: parent.width / 4
        height: parent.height
        radius: 1
        color: Theme.accent

        NumberAnimation on x {
            running: line.running && line.visible && !Theme.reduceMotion
            from: -line.width / 4
            to: line.width
            duration: 1400
            loops: Animation.Infinite
        }
    }
}

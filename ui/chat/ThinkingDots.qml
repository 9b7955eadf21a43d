import QtQuick
import Canter.Theme

/// An answer is being thought about. Still when motion is not wanted.
Row {
    id: dots

    property bool running: true

    spacing: 5
    Accessible.role: Accessible.Indicator
    Accessible.name: qsTr("Thinking")

    Repeater {
        model: 3

        Rectangle {
            id: dot

            required property int index

            width: 6
            height: 6
            radius: 3
            color: Theme.accent
            opacity: 0.35

            SequentialAnimation on opacity {
                running: dots.running && dots.visible && !Theme.reduceMotion
                loops: Animation.Infinite
                PauseAnimation { duration: dot.index * 160 }
                NumberAnimation { to: 1; duration: 280 }
                NumberAnimation { to: 0.35; duration: 280 }
                PauseAnimation { duration: (3 - dot.index) * 160 }
            }
        }
    }
}

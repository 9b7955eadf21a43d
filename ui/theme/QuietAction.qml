import QtQuick

/// A small action beside what it is about. Where it is not shown the keyboard still finds it, and
/// its place is kept.
IconButton {
    id: button

    property bool shown: true

    symbolSize: 16
    space: 12
    implicitHeight: Theme.smallControlHeight
    opacity: shown || activeFocus ? 1 : 0
    Behavior on opacity { NumberAnimation { duration: Theme.motion } }
}

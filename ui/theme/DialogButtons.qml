import QtQuick
import QtQuick.Layouts

/// The buttons that end a dialog: the first is outermost, and those that the width does not hold
/// go below.
Flow {
    Layout.fillWidth: true
    layoutDirection: Qt.RightToLeft
    spacing: Theme.space2
}

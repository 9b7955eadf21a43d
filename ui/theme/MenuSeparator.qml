import QtQuick
import QtQuick.Controls.Basic as Basic

Basic.MenuSeparator {
    padding: Theme.space1
    contentItem: Rectangle {
        implicitHeight: 1
        color: Theme.border
    }
}

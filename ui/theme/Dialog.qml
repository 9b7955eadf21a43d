import QtQuick
import QtQuick.Controls.Basic as Basic
import QtQuick.Layouts
import QtQuick.Templates as T

/// A question over the window. Escape leaves it.
Basic.Popup {
    id: dialog

    property string title
    default property alias content: column.data

    parent: T.Overlay.overlay
    anchors.centerIn: parent
    width: Math.min(440 * Math.max(1, Theme.textScale * 0.8), parent ? parent.width - 2 * Theme.space5 : 440)
    padding: Theme.space5
    modal: true
    focus: true
    T.Overlay.modal: Rectangle { color: "#66000000" }
    enter: Transition { NumberAnimation { property: "opacity"; from: 0; to: 1; duration: Theme.motion } }
    exit: Transition { NumberAnimation { property: "opacity"; from: 1; to: 0; duration: Theme.motion } }

    background: Rectangle {
        radius: Theme.cardRadius
        color: Theme.surface
        border.color: Theme.border
    }
    contentItem: ColumnLayout {
        id: column

        spacing: Theme.space3
        Accessible.role: Accessible.Dialog
        Accessible.name: dialog.title

        Label {
            Layout.fillWidth: true
            text: dialog.title
            font.pixelSize: Theme.titleSize
            font.weight: Font.DemiBold
            wrapMode: Text.Wrap
            Accessible.role: Accessible.Heading
        }
    }
}

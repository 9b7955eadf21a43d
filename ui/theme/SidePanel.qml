import QtQuick
import QtQuick.Controls.Basic as Basic
import QtQuick.Layouts
import QtQuick.Templates as T

/// What belongs to a page and is looked at now and then: it slides in at the end of the line.
Basic.Drawer {
    id: panel

    property string title
    default property alias content: column.data

    edge: parent && parent.LayoutMirroring.enabled ? Qt.LeftEdge : Qt.RightEdge
    width: Math.min(380 * Math.max(1, Theme.textScale * 0.8), parent ? parent.width * 0.9 : 380)
    height: parent ? parent.height : 0
    padding: 0
    dim: true
    interactive: opened
    T.Overlay.modal: Rectangle { color: "#66000000" }
    enter: Transition { NumberAnimation { property: "position"; to: 1; duration: Theme.motion } }
    exit: Transition { NumberAnimation { property: "position"; to: 0; duration: Theme.motion } }
    onOpened: closer.forceActiveFocus(Qt.PopupFocusReason)

    background: Rectangle {
        color: Theme.background

        Rectangle {
            x: panel.edge === Qt.RightEdge ? 0 : parent.width - 1
            width: 1
            height: parent.height
            color: Theme.border
        }
    }
    contentItem: ColumnLayout {
        spacing: 0
        Accessible.role: Accessible.Dialog
        Accessible.name: panel.title

        RowLayout {
            Layout.fillWidth: true
            Layout.margins: Theme.space3
            Layout.leftMargin: Theme.space4

            Label {
                Layout.fillWidth: true
                text: panel.title
                font.pixelSize: Theme.titleSize
                font.weight: Font.DemiBold
                Accessible.role: Accessible.Heading
            }
            IconButton {
                id: closer

                symbol: "close"
                text: qsTr("Close")
                onClicked: panel.close()
            }
        }
        Flickable {
            id: flickable

            Layout.fillWidth: true
            Layout.fillHeight: true
            contentHeight: column.height + Theme.space5
            boundsBehavior: Flickable.StopAtBounds
            clip: true
            Basic.ScrollBar.vertical: ScrollBar {}

            ColumnLayout {
                id: column

                x: Theme.space4
                width: flickable.width - 2 * Theme.space4
                spacing: Theme.space4
            }
        }
    }
}

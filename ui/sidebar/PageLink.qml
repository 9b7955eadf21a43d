import QtQuick
import QtQuick.Controls.Basic as Basic
import QtQuick.Layouts
import Canter.Theme

/// One of the pages beside the chats; the one that is shown is filled.
Basic.AbstractButton {
    id: link

    property string symbol
    property bool narrow: false

    implicitHeight: Theme.controlHeight
    implicitWidth: narrow ? Theme.controlHeight : row.implicitWidth + 2 * Theme.space3
    hoverEnabled: true
    focusPolicy: Qt.TabFocus
    Accessible.role: Accessible.PageTab
    Accessible.name: text
    Accessible.selectable: true
    Accessible.selected: checked
    Keys.onReturnPressed: clicked()
    Keys.onEnterPressed: clicked()

    contentItem: Item {
        RowLayout {
            id: row

            anchors {
                left: parent.left
                right: parent.right
                leftMargin: link.narrow ? (parent.width - icon.width) / 2 : Theme.space3
                rightMargin: link.narrow ? 0 : Theme.space3
                verticalCenter: parent.verticalCenter
            }
            spacing: Theme.space2

            Icon {
                id: icon

                name: link.symbol
                size: 18
                color: link.checked || link.hovered ? Theme.text : Theme.muted
            }
            Label {
                Layout.fillWidth: true
                visible: !link.narrow
                text: link.text
                color: link.checked || link.hovered ? Theme.text : Theme.muted
                Accessible.ignored: true
            }
        }
    }
    background: Rectangle {
        radius: Theme.radius
        color: link.checked || link.hovered || link.down ? Theme.raised : "transparent"

        FocusRing { control: link }
    }
    Tip {
        visible: link.narrow && link.hovered
        text: link.text
    }
}

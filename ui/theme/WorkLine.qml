import QtQuick
import QtQuick.Controls.Basic as Basic
import QtQuick.Layouts

/// Work that goes on in the background, in the sidebar; opens the place where more is said.
Basic.AbstractButton {
    id: line

    property string symbol
    property string detail  ///< below the line
    property real progress: 0  ///< from 0 to 1
    property bool narrow: false

    implicitHeight: narrow ? 32 : content.implicitHeight + 2 * Theme.space2
    hoverEnabled: true
    focusPolicy: Qt.TabFocus
    Accessible.role: Accessible.Button
    Accessible.name: text
    Accessible.description: detail
    Keys.onReturnPressed: clicked()
    Keys.onEnterPressed: clicked()

    contentItem: Item {
        Icon {
            anchors.centerIn: parent
            anchors.verticalCenterOffset: -2
            visible: line.narrow
            name: line.symbol
            size: 18
            color: Theme.muted
        }
        ColumnLayout {
            id: content

            x: line.narrow ? 4 : Theme.space3
            width: parent.width - 2 * x
            anchors.verticalCenter: line.narrow ? undefined : parent.verticalCenter
            anchors.bottom: line.narrow ? parent.bottom : undefined
            spacing: Theme.space1

            Label {
                Layout.fillWidth: true
                visible: !line.narrow
                text: line.text
                font.pixelSize: Theme.figureSize
                Accessible.ignored: true
            }
            ProgressLine {
                Layout.fillWidth: true
                progress: line.progress
                Accessible.ignored: true
            }
            Label {
                Layout.fillWidth: true
                visible: !line.narrow
                text: line.detail || " "
                font.pixelSize: Theme.figureSize
                color: Theme.muted
                Accessible.ignored: true
            }
        }
    }
    background: Rectangle {
        radius: Theme.radius
        color: line.hovered || line.down ? Theme.raised : "transparent"

        FocusRing { control: line }
    }

    Tip {
        visible: line.narrow && line.hovered && !line.down
        text: line.text
    }
}

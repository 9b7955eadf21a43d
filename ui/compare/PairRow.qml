import QtQuick
import QtQuick.Controls.Basic as Basic
import QtQuick.Layouts
import Canter.Theme

/// One prompt of a set.
Basic.ItemDelegate {
    id: row

    required property int index
    required property string prompt
    required property string speedup
    required property double share
    required property bool identical
    property bool shown: false   ///< its answers are on the page
    property bool ringed: false  ///< the keyboard is on it

    implicitHeight: Theme.controlHeight
    leftPadding: Theme.space3
    rightPadding: Theme.space3
    hoverEnabled: true
    focusPolicy: Qt.NoFocus
    Accessible.role: Accessible.ListItem
    Accessible.name: prompt
    Accessible.description: identical ? speedup : qsTr("%1, not identical").arg(speedup)
    Accessible.selected: shown

    contentItem: RowLayout {
        spacing: Theme.space3

        Icon {
            name: row.identical ? "check" : "alert"
            size: 16
            color: row.identical ? Theme.success : Theme.warning
        }
        Label {
            Layout.fillWidth: true
            text: row.prompt
            Accessible.ignored: true
        }
        Item {
            Layout.preferredWidth: 90
            implicitHeight: 6

            Rectangle {
                anchors { left: parent.left; verticalCenter: parent.verticalCenter }
                width: parent.width * row.share
                height: 6
                radius: 3
                color: Theme.accent
            }
        }
        Label {
            Layout.preferredWidth: 8 * Theme.textSize
            horizontalAlignment: Text.AlignRight
            text: row.speedup
            Accessible.ignored: true
        }
    }
    background: Rectangle {
        radius: Theme.radius
        color: row.shown || row.hovered ? Theme.raised : "transparent"

        FocusRing { control: row; shown: row.ringed; anchors.margins: 0; radius: Theme.radius }
    }
}

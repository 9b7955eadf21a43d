import QtQuick
import QtQuick.Controls.Basic as Basic
import QtQuick.Layouts
import Canter.Theme
import Canter.Compare

/// An earlier comparison; opens on click.
Basic.ItemDelegate {
    id: row

    required property var comparison
    required property string title
    required property string details
    required property string speedup
    required property bool faster
    required property bool identical
    required property list<double> plainCurve
    required property list<double> acceleratedCurve
    required property bool shown
    property bool ringed: false  ///< the keyboard is on it
    signal removalWanted()

    implicitHeight: content.implicitHeight + 2 * Theme.space2
    leftPadding: Theme.space3
    rightPadding: Theme.space2
    hoverEnabled: true
    focusPolicy: Qt.NoFocus
    Accessible.role: Accessible.ListItem
    Accessible.name: title
    Accessible.description: identical ? qsTr("%1, %2").arg(speedup).arg(details)
                                      : qsTr("%1, not identical, %2").arg(speedup).arg(details)
    Accessible.selected: shown

    contentItem: RowLayout {
        id: content

        spacing: Theme.space3

        ColumnLayout {
            spacing: 2

            Label {
                Layout.fillWidth: true
                text: row.title
                font.weight: row.shown ? Font.Medium : Font.Normal
                Accessible.ignored: true
            }
            Label {
                Layout.fillWidth: true
                text: row.details
                font.pixelSize: Theme.figureSize
                color: Theme.muted
                Accessible.ignored: true
            }
        }
        Icon {
            visible: !row.identical
            name: "alert"
            size: 16
            color: Theme.warning
        }
        Sparkline {
            Layout.preferredWidth: 72
            Layout.preferredHeight: 26
            plain: row.plainCurve
            accelerated: row.acceleratedCurve
            plainColor: Theme.muted
            acceleratedColor: Theme.accent
            gapColor: Theme.accentSoft
        }
        Label {
            Layout.preferredWidth: 8 * Theme.textSize
            horizontalAlignment: Text.AlignRight
            text: row.speedup
            font.weight: Font.DemiBold
            color: row.faster ? Theme.accent : Theme.text
            Accessible.ignored: true
        }
        IconButton {
            opacity: row.hovered || row.ringed ? 1 : 0
            symbol: "trash"
            text: qsTr("Delete")
            hoverFill: Theme.border
            focusPolicy: Qt.NoFocus
            onClicked: row.removalWanted()
        }
    }
    background: Rectangle {
        radius: Theme.radius
        color: row.shown || row.hovered ? Theme.raised : "transparent"

        FocusRing { control: row; shown: row.ringed; anchors.margins: 0; radius: Theme.radius }
    }
}

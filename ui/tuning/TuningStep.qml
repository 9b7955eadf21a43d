import QtQuick
import QtQuick.Layouts
import Canter.Theme

/// One of the steps of a tuning: what happens in it and how far it is.
RowLayout {
    id: step

    required property int number
    required property string title
    property string details
    property bool active: false
    property bool done: false
    property real progress: 0

    spacing: Theme.space3
    Accessible.role: Accessible.ListItem
    Accessible.name: title
    Accessible.description: done ? qsTr("done") : details

    Rectangle {
        Layout.alignment: Qt.AlignTop
        implicitWidth: Math.max(26, Theme.lineHeight + Theme.space1)
        implicitHeight: implicitWidth
        radius: width / 2
        color: step.done ? Theme.accent : step.active ? Theme.accentSoft : Theme.raised
        border.width: step.active ? 1 : 0
        border.color: Theme.accent

        Label {
            anchors.centerIn: parent
            visible: !step.done
            text: step.number
            font.pixelSize: Theme.figureSize
            color: step.active ? Theme.text : Theme.muted
            Accessible.ignored: true
        }
        Icon {
            anchors.centerIn: parent
            visible: step.done
            name: "check"
            size: 16
            color: Theme.overAccent
        }
    }
    ColumnLayout {
        Layout.topMargin: 3
        spacing: Theme.space1

        Label {
            Layout.fillWidth: true
            text: step.title
            font.weight: step.active ? Font.DemiBold : Font.Normal
            Accessible.ignored: true
        }
        Label {
            Layout.fillWidth: true
            visible: text
            text: step.details
            wrapMode: Text.Wrap
            elide: Text.ElideNone
            lineHeight: 1.3
            font.pixelSize: Theme.figureSize
            color: Theme.muted
            Accessible.ignored: true
        }
        ProgressLine {
            Layout.fillWidth: true
            Layout.topMargin: 2
            visible: step.active
            progress: step.progress
            Accessible.name: step.title
        }
    }
}

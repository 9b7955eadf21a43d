import QtQuick
import QtQuick.Layouts
import Canter.Theme

/// How many prompts gained how much.
ColumnLayout {
    id: plot

    property var bars: []
    property real barHeight: 130

    spacing: Theme.space2
    Accessible.role: Accessible.Graphic
    Accessible.name: qsTr("Prompts by speed-up")

    Label {
        Layout.fillWidth: true
        text: qsTr("Prompts by speed-up")
        font.pixelSize: Theme.figureSize
        color: Theme.muted
        Accessible.ignored: true
    }
    Row {
        id: row

        Layout.fillWidth: true
        Layout.preferredWidth: 1
        spacing: Theme.space1

        Repeater {
            model: plot.bars

            ColumnLayout {
                id: bar

                required property var modelData

                width: (row.width + row.spacing) / plot.bars.length - row.spacing
                spacing: Theme.space1
                Accessible.role: Accessible.StaticText
                Accessible.name: qsTr("From %1: %n prompt(s)", "", modelData.count).arg(modelData.label)

                Item {
                    Layout.fillWidth: true
                    implicitHeight: plot.barHeight

                    Rectangle {
                        id: pillar

                        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
                        height: (parent.height - count.height - Theme.space1) * bar.modelData.share
                        radius: 3
                        color: Theme.accent
                        Behavior on height { NumberAnimation { duration: Theme.motion } }
                    }
                    Label {
                        id: count

                        anchors { bottom: pillar.top; bottomMargin: Theme.space1; horizontalCenter: parent.horizontalCenter }
                        visible: bar.modelData.count > 0
                        text: bar.modelData.count
                        font.pixelSize: Theme.figureSize
                        Accessible.ignored: true
                    }
                }
                Rectangle {
                    Layout.fillWidth: true
                    implicitHeight: 1
                    color: Theme.border
                }
                Label {
                    Layout.fillWidth: true
                    horizontalAlignment: Text.AlignLeft
                    text: bar.modelData.label
                    font.pixelSize: Theme.figureSize
                    color: Theme.muted
                    Accessible.ignored: true
                }
            }
        }
    }
}

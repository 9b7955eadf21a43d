import QtQuick
import QtQuick.Layouts
import Canter.Theme
import Canter.Chat

/// The files of the message that is being written.
Flow {
    id: chips

    required property AttachmentList attachments

    visible: attachments.count + attachments.reading > 0
    spacing: Theme.space2
    Accessible.role: Accessible.List
    Accessible.name: qsTr("Attachments")

    Repeater {
        model: chips.attachments

        Rectangle {
            id: chip

            required property int index
            required property string name
            required property string details

            width: Math.min(chips.width, row.implicitWidth + Theme.space3)
            height: Theme.controlHeight
            radius: Theme.radius
            color: Theme.raised
            Accessible.role: Accessible.ListItem
            Accessible.name: name
            Accessible.description: details

            RowLayout {
                id: row

                anchors { fill: parent; leftMargin: Theme.space3 }
                spacing: Theme.space2

                Label {
                    Layout.fillWidth: true
                    Layout.maximumWidth: Math.ceil(implicitWidth)
                    text: chip.name
                    elide: Text.ElideMiddle
                    Accessible.ignored: true
                }
                Label {
                    visible: text
                    text: chip.details
                    color: Theme.muted
                    font.pixelSize: Theme.figureSize
                    Accessible.ignored: true
                }
                IconButton {
                    space: 10
                    symbol: "close"
                    symbolSize: 14
                    hoverFill: Theme.border
                    text: qsTr("Take out %1").arg(chip.name)
                    onClicked: chips.attachments.remove(chip.index)
                }
            }
        }
    }
    Label {
        height: Theme.controlHeight
        visible: chips.attachments.reading > 0
        verticalAlignment: Text.AlignVCenter
        text: qsTr("Reading…")
        color: Theme.muted
    }
}

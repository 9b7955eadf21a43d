import QtQuick
import QtQuick.Layouts
import Canter.Theme
import Canter.Models

/// One model of another program, below the program's name where it is its first.
ColumnLayout {
    id: row

    required property string path
    required property string name
    required property string details
    required property string memory
    required property bool memoryShort
    required property string problem
    required property int use
    required property string program
    required property bool firstOfProgram

    signal openWanted()
    signal addWanted()

    spacing: 0

    Label {
        Layout.fillWidth: true
        Layout.topMargin: Theme.space2
        Layout.bottomMargin: Theme.space1
        visible: row.firstOfProgram
        text: row.program
        color: Theme.muted
        font.pixelSize: Theme.figureSize
        font.weight: Font.DemiBold
        Accessible.role: Accessible.Heading
    }
    Rectangle {
        Layout.fillWidth: true
        visible: !row.firstOfProgram
        implicitHeight: 1
        color: Theme.border
    }
    RowLayout {
        Layout.fillWidth: true
        Layout.topMargin: Theme.space2
        Layout.bottomMargin: Theme.space2
        spacing: Theme.space2

        ColumnLayout {
            Layout.fillWidth: true
            spacing: 2

            Label {
                Layout.fillWidth: true
                text: row.name
                elide: Text.ElideMiddle
                HoverHandler { id: hover }
                Tip {
                    visible: hover.hovered
                    text: row.path
                }
            }
            Label {
                Layout.fillWidth: true
                visible: text
                text: row.details
                color: Theme.muted
                font.pixelSize: Theme.figureSize
            }
            Label {
                Layout.fillWidth: true
                visible: row.problem || row.memoryShort
                text: row.problem || row.memory
                color: row.problem ? Theme.danger : Theme.warning
                font.pixelSize: Theme.figureSize
                wrapMode: Text.Wrap
            }
        }
        TextButton {
            visible: !row.problem
            enabled: row.use === ModelListModel.Idle
            text: row.use === ModelListModel.Opening ? qsTr("Opening…") : qsTr("Open")
            Accessible.description: row.name
            onClicked: row.openWanted()
        }
        TextButton {
            visible: !row.problem
            quiet: true
            text: qsTr("Add")
            Accessible.description: qsTr("Put %1 into the list").arg(row.name)
            onClicked: row.addWanted()
        }
    }
}

import QtQuick
import QtQuick.Controls.Basic as Basic
import QtQuick.Layouts
import Canter.Theme
import Canter.Tuning

/// A tuning that runs, in the sidebar; opens the sheet.
Basic.AbstractButton {
    id: line

    required property TuningController tuning
    property bool narrow: false

    visible: tuning.state === TuningController.Running || tuning.state === TuningController.Paused
    implicitHeight: narrow ? 32 : content.implicitHeight + 2 * Theme.space2
    hoverEnabled: true
    focusPolicy: Qt.TabFocus
    text: qsTr("Tuning %1").arg(tuning.modelName)
    Accessible.role: Accessible.Button
    Accessible.name: text
    Accessible.description: tuning.timeLeft
    Keys.onReturnPressed: clicked()
    Keys.onEnterPressed: clicked()

    contentItem: Item {
        Icon {
            anchors.centerIn: parent
            anchors.verticalCenterOffset: -2
            visible: line.narrow
            name: "tune"
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
                progress: line.tuning.share
                Accessible.ignored: true
            }
            Label {
                Layout.fillWidth: true
                visible: !line.narrow
                text: line.tuning.timeLeft || " "
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

import QtQuick
import QtQuick.Controls.Basic as Basic

/// A quiet line that folds what stands below it open and shut.
Basic.AbstractButton {
    id: button

    property bool unfolded: false

    implicitWidth: contentItem.implicitWidth
    implicitHeight: Theme.smallControlHeight
    leftInset: -Theme.space2
    rightInset: -Theme.space2
    font.pixelSize: Theme.figureSize
    hoverEnabled: true
    focusPolicy: Qt.TabFocus
    Accessible.role: Accessible.Button
    Accessible.name: text
    Accessible.checkable: true
    Accessible.checked: unfolded
    Keys.onReturnPressed: clicked()
    Keys.onEnterPressed: clicked()

    contentItem: Row {
        spacing: Theme.space1

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            name: "next"
            size: 16
            color: words.color
            rotation: button.unfolded ? 90 : button.mirrored ? 180 : 0
            Behavior on rotation { NumberAnimation { duration: Theme.motion } }
        }
        Label {
            id: words

            anchors.verticalCenter: parent.verticalCenter
            text: button.text
            font: button.font
            color: button.hovered ? Theme.text : Theme.muted
            Accessible.ignored: true
        }
    }
    background: Rectangle {
        radius: Theme.radius
        color: button.hovered || button.down ? Theme.raised : "transparent"
        Behavior on color { ColorAnimation { duration: Theme.motion } }

        FocusRing { control: button }
    }
}

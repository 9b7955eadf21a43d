import QtQuick
import QtQuick.Controls.Basic as Basic

/// A button that is nothing but its symbol; `text` is its name for tip and screen reader.
Basic.AbstractButton {
    id: button

    property string symbol
    property color symbolColor: Theme.muted
    property int symbolSize: 18
    property int space: 14  ///< that the symbol leaves
    property color fill: "transparent"
    property color hoverFill: Theme.raised
    property real cornerRadius: Theme.radius

    implicitWidth: Math.round(symbolSize * Theme.textScale) + space
    implicitHeight: implicitWidth
    hoverEnabled: true
    focusPolicy: Qt.TabFocus
    Accessible.role: Accessible.Button
    Accessible.name: text
    Keys.onReturnPressed: clicked()
    Keys.onEnterPressed: clicked()

    contentItem: Item {
        Icon {
            anchors.centerIn: parent
            name: button.symbol
            size: button.symbolSize
            color: button.hovered && button.symbolColor === Theme.muted ? Theme.text
                                                                         : button.symbolColor
        }
    }
    background: Rectangle {
        radius: button.cornerRadius
        color: button.hovered || button.down ? button.hoverFill : button.fill
        Behavior on color { ColorAnimation { duration: Theme.motion } }

        FocusRing { control: button; radius: button.cornerRadius + 3 }
    }

    Tip {
        visible: button.hovered && button.text && !button.down
        text: button.text
    }
}

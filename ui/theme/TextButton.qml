import QtQuick
import QtQuick.Controls.Basic as Basic

/// A button with words and, if wanted, a symbol before them.
Basic.AbstractButton {
    id: button

    property string symbol
    property bool quiet: false   ///< without a frame
    property bool strong: false  ///< the one that most will choose
    property color color: strong ? Theme.overAccent : Theme.text
    property int alignment: Qt.AlignHCenter

    implicitHeight: Theme.controlHeight
    font.pixelSize: Theme.textSize
    readonly property real symbolWidth: symbol ? icon.width + row.spacing : 0

    implicitWidth: Math.ceil(words.implicitWidth) + symbolWidth + leftPadding + rightPadding
    leftPadding: quiet ? Theme.space2 : Theme.space3
    rightPadding: leftPadding
    hoverEnabled: true
    focusPolicy: Qt.TabFocus
    Accessible.role: Accessible.Button
    Accessible.name: text
    Keys.onReturnPressed: clicked()
    Keys.onEnterPressed: clicked()

    contentItem: Item {
        Row {
            id: row

            x: button.alignment !== Qt.AlignLeft ? Math.max(0, (parent.width - width) / 2)
               : button.mirrored ? parent.width - width : 0
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.space2

            Icon {
                id: icon

                anchors.verticalCenter: parent.verticalCenter
                visible: button.symbol
                name: button.symbol
                size: 18
                color: button.color
            }
            Label {
                id: words

                anchors.verticalCenter: parent.verticalCenter
                width: Math.min(implicitWidth, button.availableWidth - button.symbolWidth)
                text: button.text
                font: button.font
                color: button.color
                Accessible.ignored: true
            }
        }
    }
    background: Rectangle {
        radius: Theme.radius
        color: button.strong ? button.hovered || button.down ? Qt.darker(Theme.accent, 1.08)
                                                             : Theme.accent
               : button.hovered || button.down ? Theme.raised
                                               : button.quiet ? "transparent" : Theme.surface
        border.width: button.quiet || button.strong ? 0 : 1
        border.color: Theme.border
        opacity: button.enabled ? 1 : 0.5
        Behavior on color { ColorAnimation { duration: Theme.motion } }

        FocusRing { control: button }
    }
}

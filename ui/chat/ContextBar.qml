import QtQuick
import Canter.Theme
import Canter.Chat

/// How much of the context is in use; the numbers on hover.
Item {
    id: bar

    required property ContextMeter context

    implicitWidth: 48
    implicitHeight: 16
    visible: context.known
    Accessible.role: Accessible.ProgressBar
    Accessible.name: context.text

    Rectangle {
        anchors.verticalCenter: parent.verticalCenter
        width: parent.width
        height: 4
        radius: 2
        color: Theme.border

        Rectangle {
            anchors { left: parent.left; top: parent.top; bottom: parent.bottom }
            width: Math.max(2, parent.width * bar.context.share)
            radius: 2
            color: bar.context.nearlyFull ? Theme.warning : Theme.muted
        }
    }
    HoverHandler { id: hover }
    Tip {
        visible: hover.hovered
        text: bar.context.text
    }
}

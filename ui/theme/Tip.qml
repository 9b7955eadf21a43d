import QtQuick
import QtQuick.Controls.Basic as Basic

Basic.ToolTip {
    id: tip

    delay: 500
    padding: Theme.space2
    contentItem: Label {
        text: tip.text
        font.pixelSize: Theme.figureSize
        lineHeight: text.includes("\n") ? 1.3 : 1
        color: Theme.text
    }
    background: Rectangle {
        color: Theme.surface
        radius: Theme.radius
        border.color: Theme.border
    }
}

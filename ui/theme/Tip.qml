import QtQuick
import QtQuick.Controls.Basic as Basic

Basic.ToolTip {
    id: tip

    readonly property real leading: 1.3
    readonly property real room: parent ? parent.Window.width - 2 * margins - leftPadding - rightPadding : 0

    delay: 500
    margins: Theme.space2
    padding: Theme.space2
    // Leading lies below each line, the last one too.
    bottomPadding: padding - (leading - 1) * Theme.figureSize
    contentWidth: Math.min(implicitContentWidth, 36 * Theme.figureSize, room)
    contentItem: Label {
        text: tip.text
        font.pixelSize: Theme.figureSize
        lineHeight: tip.leading
        wrapMode: Text.Wrap
        elide: Text.ElideNone
        color: Theme.text
    }
    background: Rectangle {
        color: Theme.surface
        radius: Theme.radius
        border.color: Theme.border
    }
}

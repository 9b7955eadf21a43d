import QtQuick
import QtQuick.Controls.Basic as Basic
import Canter.Math
import Canter.Theme

/// A formula on lines of its own; its source on hover. One that is too wide scrolls, one that cannot
/// be set is shown as text.
Item {
    id: block

    required property string formula
    required property string source
    property color color: Theme.text
    signal copyWanted()

    implicitHeight: drawn.known ? flickable.height : text.implicitHeight + Theme.space2
    Accessible.role: Accessible.StaticText
    Accessible.name: formula
    Accessible.description: source

    Flickable {
        id: flickable

        anchors { left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter }
        height: drawn.implicitHeight + (contentWidth > width ? 8 : 0)
        visible: drawn.known
        contentWidth: drawn.implicitWidth
        contentHeight: drawn.implicitHeight
        flickableDirection: Flickable.HorizontalFlick
        boundsBehavior: Flickable.StopAtBounds
        interactive: contentWidth > width
        clip: contentWidth > width
        Basic.ScrollBar.horizontal: ScrollBar {}

        FormulaItem {
            id: drawn

            x: Math.max(0, Math.round((flickable.width - width) / 2))
            source: block.source
            textSize: Theme.textSize
            color: block.color
        }
    }
    SelectableText {
        id: text

        anchors { left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter }
        visible: !drawn.known
        horizontalAlignment: TextEdit.AlignHCenter
        text: drawn.known ? "" : block.formula
        color: block.color
        font.italic: true
        font.pixelSize: Theme.textSize + 1
        Accessible.ignored: true
    }
    HoverHandler { id: hover }
    Rectangle {
        anchors { right: parent.right; top: parent.top }
        width: copy.width
        height: copy.height
        radius: Theme.radius
        color: Theme.background
        opacity: hover.hovered || copy.activeFocus ? 1 : 0

        CopyButton {
            id: copy

            onClicked: block.copyWanted()
        }
    }
    Tip {
        visible: hover.hovered
        text: block.source
    }
}

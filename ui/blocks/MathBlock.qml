import QtQuick
import Canter.Theme

/// A formula on lines of its own; its source on hover.
Item {
    id: block

    required property string formula
    required property string source
    property alias color: text.color

    implicitHeight: text.implicitHeight + Theme.space2
    Accessible.role: Accessible.StaticText
    Accessible.name: formula
    Accessible.description: source

    SelectableText {
        id: text

        anchors { left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter }
        horizontalAlignment: TextEdit.AlignHCenter
        text: block.formula
        font.italic: true
        font.pixelSize: Theme.textSize + 1
        Accessible.ignored: true
    }
    HoverHandler { id: hover }
    Tip {
        visible: hover.hovered
        text: block.source
    }
}
